"""A secret that a developer's machine makes up."""

import stat
from concurrent.futures import ThreadPoolExecutor

from config.runtime.local_secrets import local_secret


def test_local_secret_stays_the_same_and_private(tmp_path):
    path = tmp_path / "folder" / "secret"

    first = local_secret(path)

    assert len(first) >= 50
    assert local_secret(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_local_secret_is_agreed_on_by_all_who_ask_at_once(tmp_path):
    with ThreadPoolExecutor(16) as pool:
        secrets = set(pool.map(local_secret, [tmp_path / "secret"] * 64))

    assert len(secrets) == 1
