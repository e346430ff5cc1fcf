"""The peer: PouchDB in the same browser against express-pouchdb, both as they come."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from playwright.sync_api import Page, Playwright

from tests.bench.sync.measure import Figures, measured, slow
from tests.bench.sync.notes import CHECK_INS
from tests.e2e.browser import Phone
from tests.e2e.site import free_port

PACKAGES = ["pouchdb@9.0.0", "express-pouchdb@4.2.0", "express@4.22.3"]
SERVER = """
const express = require('express')
const [port, folder] = process.argv.slice(2)
const PouchDB = require('pouchdb').defaults({ prefix: folder + '/' })
const app = express()
app.get('/', (_, answer) => answer.type('html').send('<!doctype html><script src="/pouchdb.js"></script>'))
app.get('/pouchdb.js', (_, answer) => answer.sendFile(require.resolve('pouchdb/dist/pouchdb.min.js')))
const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: folder + '/log.txt' }
app.use('/db', require('express-pouchdb')(PouchDB, options))
app.listen(port, '127.0.0.1', () => console.log('ready'))
"""
FILL = f"""
async ([name, count]) => {{
  const local = new PouchDB(name)
  await local.bulkDocs(({CHECK_INS})(count).map((data) => ({{ _id: crypto.randomUUID(), ...data }})))
}}
"""
REPLICATE = """
async ([name, way]) => {
  const local = new PouchDB(name)
  const remote = new PouchDB(location.origin + '/db/' + name)
  await remote.info()
  const started = performance.now()
  await local.replicate[way](remote)
  return performance.now() - started
}
"""


@contextmanager
def peer(folder: Path) -> Iterator[str]:
    """Install the peer into a folder of its own and run it; yield its address."""
    folder.mkdir()
    (folder / "server.cjs").write_text(SERVER)
    quietly = ["--no-audit", "--no-fund", "--silent", "--ignore-scripts"]
    subprocess.run(["npm", "install", "--prefix", str(folder), *quietly, *PACKAGES], check=True, cwd=folder)
    port = free_port()
    command = ["node", "server.cjs", str(port), str(folder)]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        try:
            yield f"http://localhost:{port}"
        finally:
            process.kill()


class Pouch:
    def __init__(self, playwright: Playwright, folder: Path, url: str) -> None:
        self.playwright, self.folder, self.url = playwright, folder, url
        self.rounds = count(1)

    def up_and_down(self, documents: int, *, slowly: bool = False) -> tuple[Figures, Figures]:
        # Each round begins with phones and a database that know nothing.
        name = f"round-{next(self.rounds)}"
        first = self.phone(f"{name}-first")
        page = first.open()
        page.evaluate(FILL, [name, documents])
        up = self.run(page, [name, "to"], documents, slowly=slowly)
        first.close()
        second = self.phone(f"{name}-second")
        down = self.run(second.open(), [name, "from"], documents, slowly=slowly)
        second.close()
        return up, down

    def run(self, page: Page, argument: list[str], documents: int, *, slowly: bool) -> Figures:
        if slowly:
            slow(page)
        return measured(page, REPLICATE, argument, documents)

    def phone(self, which: str) -> Phone:
        return Phone(self.playwright, self.folder / f"pouch-{which}", self.url)
