#!/usr/bin/env python3
"""Opens the exports of rihla with third-party tools, and compares counts.

    NODE_PATH=…/node_modules python3 tools/opened/opened.py RIHLA [PATH]

Requirements: the Debian packages python3-networkx, python3-rdflib, python3-icalendar, python3-yaml,
raptor2-utils, gdal-bin, sqlite3, graphviz, biber, bibtool, pandoc and chromium, and in NODE_PATH
the npm packages n3, citation-js, mermaid and @alephdata/followthemoney. Checks whose npm package or
program is missing are skipped and reported."""
import csv, html, json, os, re, shutil, subprocess, sys, tempfile, urllib.parse

import icalendar, networkx, rdflib, yaml

rihla, path = sys.argv[1], sys.argv[2:]
here, folder = os.path.dirname(os.path.abspath(__file__)), tempfile.mkdtemp()


def export(form, name, *query):
    to = os.path.join(folder, name)
    where = ["--kb", path[0]] if path else []
    subprocess.run([rihla, "export", "--lang", "en", "--format", form, "-o", to, *query] + where, check=True, stderr=subprocess.DEVNULL)
    return to


def run(*args, **more):
    done = subprocess.run(args, capture_output=True, text=True, **more)
    return done.stdout + done.stderr


def node(package, file):
    env = dict(os.environ, NODE_PATH=os.environ["NODE_PATH"])
    return json.loads(subprocess.run(["node", os.path.join(here, "tools.mjs"), package, file], capture_output=True, text=True, check=True, env=env).stdout)


def row(*cells):
    print("| " + " | ".join(str(c) for c in cells) + " |", flush=True)


def has(*tools):
    missing = [t for t in tools if not (os.environ.get("NODE_PATH") and os.path.isdir(os.path.join(os.environ["NODE_PATH"], t)) or shutil.which(t))]
    for tool in missing:
        row("", tool, "missing", "")
    return not missing


base = json.load(open(export("json", "a.json")))
entities = {e["address"]: e for e in base["entities"]}
links = sum(len(e["links"]) for e in base["entities"])
row("format", "tool", "saw", "export says")
row("---", "---", "---", "---")

lines = [json.loads(line) for line in open(export("jsonl", "a.jsonl"))]
assert {e["address"]: e for e in lines} == entities
row("json, jsonl", "Python's json", f"{len(lines)} entities, the same in both", f"{len(entities)} entities")

graph = networkx.read_graphml(export("graphml", "a.graphml"))
assert set(graph.nodes) == set(entities) and graph.number_of_edges() == links
row("graphml", "networkx " + networkx.__version__, f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges", f"{len(entities)} entities, {links} links")

turtle = export("turtle", "a.ttl")
rdf = rdflib.Graph().parse(turtle, format="turtle")
evidence = set()
for _, b in rdf.subject_objects(rdflib.URIRef("urn:rihla:vocabulary:evidence")):
    value = lambda p: str(rdf.value(b, p) or "")
    source = urllib.parse.unquote(value(rdflib.DCTERMS.source).removeprefix("urn:rihla:entity:"))
    evidence.add((source, value(rdflib.URIRef("urn:rihla:vocabulary:quote")), value(rdflib.URIRef("urn:rihla:vocabulary:locator"))))
said = {(v["source"], v.get("quote", ""), v.get("locator", "")) for e in base["entities"] for k in ("statements", "facts", "links") for c in e.get(k, []) for v in c["evidence"]}
assert evidence == said
row("turtle", "rdflib " + rdflib.__version__, f"{len(rdf)} triples, {len(evidence)} different evidence", f"{len(said)} different evidence")
row("turtle", "rapper " + run("rapper", "--version").strip(), re.search(r"(\d+) triples", run("rapper", "-c", "-i", "turtle", turtle)).group(0), "")
if has("n3"):
    seen = node("n3", turtle)
    assert seen["triples"] == len(rdf)
    row("turtle", "N3.js " + seen["version"], f"{seen['triples']} triples", f"{len(rdf)} by rdflib")
    seen = node("n3", export("turtle-star", "a.star.ttl"))
    row("turtle-star", "N3.js " + seen["version"], f"{seen['triples']} triples", "")

calendar = icalendar.Calendar.from_ical(open(export("ical", "a.ics"), "rb").read())
events = calendar.walk("VEVENT")
assert len({str(e["UID"]) for e in events}) == len(events)
row("ical", "icalendar " + icalendar.__version__, f"{len(events)} events", "")

places = export("geojson", "a.geojson")
count = re.search(r"Feature Count: (\d+)", run("ogrinfo", "-so", "-al", places)).group(1)
assert int(count) == len(json.load(open(places))["features"])
row("geojson", run("ogrinfo", "--version").split(",")[0], count + " points", "")

for form, comma in ("csv", ","), ("tsv", "\t"):
    tables = export(form, form)
    rows = sum(len(list(csv.reader(open(os.path.join(tables, f), newline=""), delimiter=comma))) - 1 for f in os.listdir(tables))
    assert rows == len(entities)
    row(form, "Python's csv", f"{rows} rows in {len(os.listdir(tables))} tables", f"{len(entities)} entities")

database = export("sqlite", "a.sqlite")
ask = lambda query: run("sqlite3", database, query).strip()
assert ask("PRAGMA integrity_check; PRAGMA foreign_key_check") == "ok"
stated = sum(len(c["evidence"]) for e in base["entities"] for k in ("statements", "facts") for c in e.get(k, []))
saw = [int(ask(f"SELECT count(*) FROM {of}")) for of in ("entities", "links", "evidence WHERE link_id IS NULL")]
assert saw == [len(entities), links, stated]
row("sqlite", "sqlite3 " + run("sqlite3", "--version").split()[0], f"{saw[0]} entities, {saw[1]} links, {ask('SELECT count(*) FROM evidence')} evidence", f"{len(entities)} entities, {links} links")

# Links in notes, except in code.
notes = export("markdown", "notes")
files = {os.path.relpath(os.path.join(d, f), notes)[:-3] for d, _, names in os.walk(notes) for f in names}
wiki, fronts = 0, 0
for name in files:
    text = open(os.path.join(notes, name + ".md")).read()
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    fronts += entities[yaml.safe_load(front)["address"]] is not None
    for target in re.findall(r"(?<!\\)\[\[([^\]|]*)(?:\|[^\]]*)?\]\]", front + re.sub(r"(?s)```.*?(```|$)|`[^`\n]*`", "", body)):
        assert target in files, (name, target)
        wiki += 1
assert fronts == len(files) == len(entities)
row("markdown", "PyYAML " + yaml.__version__ + ", wiki links by this script", f"{fronts} notes with properties, {wiki} links, all to existing notes", f"{len(entities)} entities")
bib, csl = export("bibtex", "a.bib"), export("csl-json", "a.csl.json")
items = json.load(open(csl))
keys = re.findall(r"^@\w+\{(.*),$", open(bib).read(), re.M)
assert keys == [i["id"] for i in items] and len(set(k.lower() for k in keys)) == len(keys)
if has("biber"):
    said = run("biber", "--tool", "--validate-datamodel", "--output-file", os.path.join(folder, "b.bib"), bib)
    read = len(re.findall(r"^@", open(os.path.join(folder, "b.bib")).read(), re.M))
    assert read == len(keys), said
    row("bibtex", run("biber", "--version").strip(), f"{read} entries, {len(re.findall('WARN|ERROR', said))} warnings", f"{len(keys)} sources")
if has("bibtool"):
    read = len(re.findall(r"^@", run("bibtool", bib), re.M))
    row("bibtex", run("bibtool", "-V").split("\n")[0].strip(), f"{read} entries", f"{len(keys)} sources")
if has("pandoc"):
    version = run("pandoc", "--version").split("\n")[0]
    for form, file in ("biblatex", bib), ("csljson", csl):
        read = json.loads(run("pandoc", "-f", form, "-t", "csljson", file))
        assert [i["id"] for i in read] == keys
        row("bibtex" if file == bib else "csl-json", version, f"{len(read)} items, {sum(len(i.get('author', [])) for i in read)} authors", f"{len(keys)} sources, {sum(len(i.get('author', [])) for i in items)} authors")
if has("citation-js"):
    seen = node("citation-js", csl)
    assert seen["ids"] == keys
    row("csl-json", "citation-js " + seen["version"], f"{seen['items']} items, {seen['authors']} authors", f"{len(keys)} sources")

if has("@alephdata/followthemoney"):
    seen = node("@alephdata/followthemoney", export("ftm-entities", "a.ftm.json"))
    assert not seen["unknown"] and seen["entities"] == len(entities)
    values = {(s["entity_id"], s["prop"], s["value"]) for s in map(json.loads, open(export("ftm", "a.ftm.jsonl"))) if s["prop"] != "id"}
    assert len(values) == seen["values"]
    row("ftm, ftm-entities", "followthemoney " + seen["version"], f"{seen['entities']} entities, {seen['links']} links, {seen['values']} values, none unknown to its model", f"{len(entities)} entities, {len(values)} values in statements")

dot, svg = export("dot", "a.dot"), export("svg", "a.svg")
nodes, edges = (len(re.findall(p, open(dot).read(), re.M)) for p in (r"^  n\d+ \[", r"^  n\d+ -> n"))
if has("dot"):
    drawn = run("dot", "-Tsvg", dot)
    assert drawn.count('class="node"') == nodes and drawn.count('class="edge"') == edges
    row("dot", run("dot", "-V").strip(), f"{nodes} nodes, {edges} edges drawn", f"{nodes} nodes, {edges} links")
if has("chromium"):
    browse = lambda page: run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--virtual-time-budget=120000", "--dump-dom", "file://" + page)
    version = run("chromium", "--version").split(" built")[0].strip()
    seen = browse(svg)
    assert seen.count('<path class="wire') == edges
    row("svg", version, f"{seen.count('<g transform')} entities, {edges} links", f"{nodes} nodes, {edges} links")
    if has("mermaid"):
        page = os.path.join(folder, "m.html")
        module = os.path.join(os.environ["NODE_PATH"], "mermaid", "dist", "mermaid.min.js")
        open(page, "w").write(f"<meta charset=utf-8><pre class=mermaid>{html.escape(open(export('mermaid', 'a.mmd')).read())}</pre><script src='{module}'></script>"
                              "<script>mermaid.initialize({startOnLoad: true, maxEdges: 1e6, maxTextSize: 1e8})</script>")
        seen = browse(page)
        version = json.load(open(os.path.join(os.environ["NODE_PATH"], "mermaid", "package.json")))["version"]
        shown = len(re.findall(r'<g class="node [^"]*"', seen)), len(re.findall(r'<path [^>]*class="[^"]*flowchart-link', seen))
        assert shown == (nodes, edges), shown
        row("mermaid", "mermaid " + version + " in chromium", f"{shown[0]} nodes, {shown[1]} edges drawn", f"{nodes} nodes, {edges} links")

shutil.rmtree(folder)
