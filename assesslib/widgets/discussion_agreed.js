// What was just agreed or noted, laid over what stands in the folder until the folder shows it as well.

function agreeing(out, drafts) {
  let entries = []; // { entry, status }, in the order they were made

  function send(entry) {
    const one = { entry, status: "saving" };
    entries = [...entries, one];
    out.send(entry, () => { one.status = "saved"; }, () => { entries = entries.filter((each) => each !== one); }, () => { one.status = "waiting"; });
  }

  // One item as it will stand. `status` is "" once all of it is on the disk.
  function over(one) {
    const mine = entries.filter(({ entry }) => entry.item === one.id);
    const waits = mine.filter(({ status }) => status !== "saved");
    const status = !waits.length ? "" : waits.some((each) => each.status === "waiting") ? "waiting" : "saving";
    return { ...one, agreed: { ...mine.reduce((stands, { entry }) => laid(stands, entry), one.agreed), status } };
  }

  function laid(stands, { type, state, level, facets, note = stands.note, dissent = stands.dissent }) {
    if (type === "words") return { ...stands, note, dissent };
    return { settled: state !== "blank", state, level, facets, note, dissent };
  }

  // The folder shows what was saved: the fields need not keep it any more, unless somebody typed on.
  function shown() {
    for (const { entry } of entries.filter(({ status }) => status === "saved")) {
      for (const name of ["note", "dissent"]) if (drafts.get(`${name} ${entry.item}`) === entry[name]) drafts.delete(`${name} ${entry.item}`);
    }
    entries = entries.filter(({ status }) => status !== "saved");
  }

  return { send, over, shown };
}

// Whether what the team decided on an item is on the disk.
function firm(one) { return one.agreed.settled && !one.agreed.status; }

