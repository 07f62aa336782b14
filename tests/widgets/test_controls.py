"""The controls that screens share: each its own, so that what is done to one is done to no other."""

from assesslib.widgets.controls import button, show_if, wide_list


def test_a_button_looks_as_it_is_told_to_and_acts_when_it_is_pressed():
    pressed = []
    made = button("Make it", pressed.append, icon="file", tooltip="Now")
    made.click()
    assert (made.description, made.icon, made.tooltip) == ("Make it", "file", "Now")
    assert pressed == [made]


def test_hiding_one_list_hides_no_other_and_changes_no_choice():
    one, other = (wide_list("File", {"Word": "docx", "Excel": "xlsx"}, kind) for kind in ("docx", "xlsx"))
    show_if(False, one)
    assert (one.layout.display, other.layout.display) == ("none", None)
    show_if(True, one, other)
    assert (one.layout.display, other.layout.display) == (None, None)
    assert (one.value, other.value) == ("docx", "xlsx")
