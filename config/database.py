"""``python -m config.database COMMAND …``, the short name of ``config.runtime.database``."""

from runpy import run_module

if __name__ == "__main__":
    run_module("config.runtime.database", run_name="__main__")
