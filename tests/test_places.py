"""What comes with the library is found in a checkout and in an installed copy."""

from assesslib import places


def test_in_a_checkout_it_stands_at_the_top():
    assert (places.shipped("frameworks") / "csit-collaborative-working.toml").is_file()
    assert places.shipped("frameworks").parent == places.shipped("data").parent


def test_in_an_installed_copy_it_stands_beside_the_code(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "_HERE", tmp_path / "assesslib")
    packed = tmp_path / "assesslib" / "_share" / "frameworks"
    assert places.shipped("frameworks") == tmp_path / "frameworks"
    packed.mkdir(parents=True)
    assert places.shipped("frameworks") == packed
    assert places.shipped("notebooks") == tmp_path / "notebooks"
