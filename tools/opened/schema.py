#!/usr/bin/env python3
"""Validates and completes TOML by the output of `rihla schema`, with the tools that editors use.

    npm install --prefix FOLDER tombi @taplo/cli
    python3 tools/opened/schema.py RIHLA FOLDER/node_modules/.bin BASE

BASE is a folder, such as assets/morocco-us-2024, that declares the relation headquarters of
companies to cities.
"""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile, time

rihla, bin, base = sys.argv[1:4]
project = pathlib.Path(tempfile.mkdtemp())
shutil.copytree(base, project / "kb")
subprocess.run([rihla, "schema", project / "kb", "--lang", "en", "-o", project / "rihla.schema.json"], check=True)
(project / ".taplo.toml").write_text('[[rule]]\ninclude = ["kb/**/*.toml"]\n[rule.schema]\npath = "./rihla.schema.json"\n')
(project / "tombi.toml").write_text('[schema]\nstrict = true\n[schema.catalog]\npaths = []\n[[schemas]]\npath = "rihla.schema.json"\ninclude = ["kb/**/*.toml"]\n')
files = sorted((project / "kb").rglob("*.toml"))
wrong = project / "kb" / "wrong.toml"
taplo, tombi = os.path.join(bin, "taplo"), os.path.join(bin, "tombi")


def run(*args):
    done = subprocess.run(args, capture_output=True, text=True, cwd=project)
    return done.returncode, done.stdout + done.stderr


def row(*cells):
    print("| " + " | ".join(str(c) for c in cells) + " |")


def version(tool):
    return re.search(r"[\d.]+\d", run(tool, "--version")[1]).group(0)


row("tool", "input", "result")
row("---", "---", "---")
for name, command in ("taplo", [taplo, "lint"]), ("tombi", [tombi, "lint", "--offline", "--error-on-warnings"]):
    code, said = run(*command, *files)
    assert code == 0, said
    row(f"{name} {version(command[0])}", "the base" + (", in strict mode" if name == "tombi" else ""), f"{len(files)} files, no errors")
    wrong.write_text('[company.wrong]\nname = "Wrong"\nheadquarters = "austn"\n')
    code, said = run(*command, wrong)
    assert code != 0 and ("austn" in said or "wrong.toml:3:16" in said), said
    row(f"{name} {version(command[0])}", 'headquarters = "austn"', "an error")
    wrong.unlink()

server = subprocess.Popen([tombi, "lsp", "--offline"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=project)


def send(**message):
    text = json.dumps({"jsonrpc": "2.0", **message}).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(text) + text)
    server.stdin.flush()


def answer(number):
    while True:
        length = 0
        while (line := server.stdout.readline().strip()):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message = json.loads(server.stdout.read(length))
        if "method" in message and "id" in message:  # a request of the server
            send(id=message["id"], result=None)
        if message.get("id") == number and "method" not in message:
            return message.get("result")


send(id=1, method="initialize", params={"processId": None, "rootUri": project.as_uri(), "workspaceFolders": [{"uri": project.as_uri(), "name": "kb"}], "capabilities": {"textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}}})
answer(1)
send(method="initialized", params={})
for number, (text, want) in enumerate([("[company.a]\nheadquarters = \"", "austin"), ("[company.a]\nhead", "headquarters"), ("[company.a.headquarters]\nconf", "confidence")], 2):
    wrong.write_text(text)
    uri = wrong.as_uri()
    send(method="textDocument/didOpen", params={"textDocument": {"uri": uri, "languageId": "toml", "version": number, "text": text}})
    lines = text.split("\n")
    for ask in range(20):  # completions are empty until the server has loaded the schema
        send(id=100 * number + ask, method="textDocument/completion", params={"textDocument": {"uri": uri}, "position": {"line": len(lines) - 1, "character": len(lines[-1])}})
        items = answer(100 * number + ask) or []
        labels = [item["label"].strip('"') for item in (items["items"] if isinstance(items, dict) else items)]
        if want in labels:
            break
        time.sleep(0.3)
    assert want in labels, (text, labels)
    row(f"tombi {version(tombi)}", "`" + lines[-1] + "` completed", f"{want}, of {len(labels)}")
    send(method="textDocument/didClose", params={"textDocument": {"uri": uri}})
server.kill()
