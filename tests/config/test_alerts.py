"""deploy/prometheus and deploy/grafana: they do what they say, with figures that there are."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings as active

from config.observability import metrics
from tests.prometheus import ask_promtool, figures_in
from tests.walled.base import requests_of_the_owner

FOLDER = active.BASE_DIR / "deploy" / "prometheus"
ALERTS, CASES = FOLDER / "alerts.yml", FOLDER / "alerts_test.yml"
DASHBOARD = active.BASE_DIR / "deploy" / "grafana" / "command-center.json"
PAGE = active.BASE_DIR / "docs" / "monitoring.md"

# Figures of programs around the product, by the program that has them.
OF_OTHERS = {
    "up": "Prometheus",
    "node_filesystem_avail_bytes": "node_exporter",
    "node_filesystem_size_bytes": "node_exporter",
    "node_systemd_timer_last_trigger_seconds": "node_exporter",
    "node_systemd_unit_state": "node_exporter",
    "probe_ssl_earliest_cert_expiry": "blackbox_exporter",
    "probe_success": "blackbox_exporter",
}

SAMPLES = {
    "counter": ("_total",),
    "gauge": ("",),
    "histogram": ("_bucket", "_count", "_sum"),
}


def rules() -> list[dict[str, Any]]:
    groups = yaml.safe_load(ALERTS.read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


def checks() -> Iterator[tuple[str, bool]]:
    """Yield (alert, whether it fires) of each case there is."""
    for case in yaml.safe_load(CASES.read_text())["tests"]:
        for check in case.get("alert_rule_test", []):
            yield check["alertname"], bool(check.get("exp_alerts"))


def panels(board: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the panels of a dashboard, those of its rows included."""
    for panel in board["panels"]:
        yield panel
        yield from panels(panel) if "panels" in panel else ()


def queries() -> list[str]:
    """Return the queries of the dashboard, with values for what Grafana fills in."""
    board = json.loads(DASHBOARD.read_text())
    written = [target["expr"] for panel in panels(board) for target in panel.get("targets", [])]
    asked = [one["query"] for one in board["templating"]["list"] if one["type"] == "query"]
    inner = [re.sub(r"^label_values\((.+),[^,]+\)$", r"\1", query) for query in asked]
    assert "label_values" not in "".join(inner)
    filled = {"$__rate_interval": "5m", "$__range": "1d", "$__interval": "1m", "$machine": ".+"}
    for name, value in filled.items():
        written = [query.replace(name, value) for query in written]
    return written + inner


@pytest.fixture
def told(anonymous, settings, tmp_path, db) -> dict[str, set[str]]:
    """The figures that /metrics answers, as Prometheus stores them, and the labels of each."""
    settings.METRICS_TOKEN = "t" * 32
    settings.BACKUP_FOLDER = tmp_path
    metrics.observe_request("GET", "/v1/users/me", 200, 0.1, "a" * 24)
    metrics.count_refusal("account")
    with requests_of_the_owner():
        answer = anonymous.get("/metrics", headers={"Authorization": f"Bearer {'t' * 32}"})
    found: dict[str, set[str]] = {}
    for name, kind in re.findall(r"^# TYPE (command_center_\w+) (\w+)$", answer.text, re.MULTILINE):
        if name.endswith("_created"):  # the moments at which counters began, of no use to anybody
            continue
        stem = name.removesuffix("_total")
        found |= {stem + ending: set() for ending in SAMPLES[kind]}
    for name, labels in re.findall(r"^(command_center_\w+)\{(.+)\} ", answer.text, re.MULTILINE):
        if name in found:
            found[name] |= set(re.findall(r"(\w+)=", labels))
    return found


def test_names_of_figures_are_found_in_queries():
    asked = [
        'sum by (le, route) (rate(a_bucket{route!~".*/x|b_total"}[5m])) > 1 and on(c) d_total',
        "time() - max(e_seconds) offset 5m > 2e3 or absent(f{g='h'})",
        "histogram_quantile(0.95, sum without (i) (increase(j:k[1h] offset 1h))) / l_total",
    ]

    expected = {"a_bucket", "d_total", "e_seconds", "f", "j:k", "l_total"}
    assert figures_in(asked) == expected


def test_rules_ask_for_figures_that_there_are(told):
    asked = figures_in(rule["expr"] for rule in rules())

    assert len(asked) >= 15
    assert asked - told.keys() - OF_OTHERS.keys() == set()


def test_cases_are_made_of_figures_and_labels_that_there_are(told):
    for case in yaml.safe_load(CASES.read_text())["tests"]:
        for series in case["input_series"]:
            name, _, labels = series["series"].partition("{")
            assert name in told or name in OF_OTHERS, series
            if name in told:
                # Prometheus adds those of the target.
                known = told[name] | {"instance", "machine", "job"}
                assert set(re.findall(r"(\w+)=", labels)) <= known, series


def test_rules_and_dashboard_choose_by_labels_that_there_are(told):
    known = set().union(*told.values()) | {"instance", "machine", "job"}
    for query in [*(rule["expr"] for rule in rules()), *queries()]:
        for name, labels in re.findall(r"(command_center_\w+)\{([^}]*)\}", query):
            chosen = set(re.findall(r"(\w+)\s*(?:=~|!~|!=|=)", labels))
            assert chosen <= told[name] | {"instance", "machine", "job"}, query
        for name, labels in re.findall(r"\b(by|on) ?\(([^)]*)\)", query):
            if "command_center" in query:
                assert set(re.findall(r"\w+", labels)) <= known, (name, query)


@pytest.mark.parametrize("fires", [True, False], ids=["fires", "rests"])
def test_each_alert_has_a_case_of_either_kind(fires):
    """What this names lacks a case in deploy/prometheus/alerts_test.yml."""
    named = [rule["alert"] for rule in rules()]
    tried = {alert for alert, is_firing in checks() if is_firing is fires}

    assert len(named) == len(set(named))
    assert [alert for alert in named if alert not in tried] == []
    assert tried <= set(named)


def test_each_alert_says_how_urgent_it_is_and_why_in_a_sentence():
    for rule in rules():
        assert rule["labels"]["severity"] in {"page", "ticket"}, rule
        assert rule["annotations"]["summary"].endswith("."), rule


def test_the_page_tells_of_each_alert_and_each_figure(told):
    page = PAGE.read_text()
    alerts = set(re.findall(r"^\| `([A-Z]\w+)` \|", page, re.MULTILINE))
    described = set(re.findall(r"^\| `(command_center_\w+)`", page, re.MULTILINE))

    assert alerts == {rule["alert"] for rule in rules()}
    families = {re.sub(r"_(?:bucket|count|sum)$", "", name) for name in told}
    assert described == families


@pytest.mark.drill
@pytest.mark.system
def test_alerts_fire_when_they_should_and_rest_otherwise():
    result = ask_promtool("test", "rules", CASES)

    assert result.returncode == 0, result.stdout


@pytest.mark.system
def test_prometheus_takes_the_example_of_its_configuration(tmp_path):
    example = (FOLDER / "prometheus.yml").read_text()
    token = tmp_path / "token"
    token.write_text("t" * 32)
    for theirs, ours in {
        "/etc/prometheus/command-center/alerts.yml": str(ALERTS),
        "/etc/prometheus/command-center.token": str(token),
    }.items():
        assert theirs in example
        example = example.replace(theirs, ours)
    written = tmp_path / "prometheus.yml"
    written.write_text(example)

    result = ask_promtool("check", "config", written)

    assert result.returncode == 0, result.stdout
    jobs = {job["job_name"]: job for job in yaml.safe_load(example)["scrape_configs"]}
    # Rules and dashboard name these.
    asked = ALERTS.read_text() + DASHBOARD.read_text()
    assert set(re.findall(r"job=\\?\"([\w-]+)", asked)) <= jobs.keys()
    (servers,) = jobs["command-center"]["static_configs"]
    assert servers["targets"] == ["127.0.0.1:8000", "127.0.0.1:8001"]
    assert "machine" in servers["labels"]


# The dashboard ----------------------------------------------------------------------------------


def test_the_dashboard_asks_for_figures_that_there_are(told):
    asked = figures_in(queries())

    assert len(asked) >= 10
    assert asked - told.keys() - OF_OTHERS.keys() == set()


def test_the_dashboard_is_whole():
    board = json.loads(DASHBOARD.read_text())
    shown = list(panels(board))

    assert len({panel["id"] for panel in shown}) == len(shown)
    for panel in shown:
        assert panel["title"], panel
        if panel["type"] != "row":
            assert panel["targets"], panel
            assert panel["datasource"] == {"type": "prometheus", "uid": "${source}"}, panel
    for query in queries():
        assert not re.search(r"\$", query), query


@pytest.mark.system
def test_each_query_of_the_dashboard_is_sound(tmp_path: Path):
    recorded = [
        {"record": f"dashboard:query_{number}", "expr": query}
        for number, query in enumerate(queries())
    ]
    written = tmp_path / "rules.yml"
    written.write_text(yaml.safe_dump({"groups": [{"name": "dashboard", "rules": recorded}]}))

    result = ask_promtool("check", "rules", written)

    assert result.returncode == 0, result.stdout
    assert f"{len(recorded)} rules found" in result.stdout
