"""Bugs that others have shipped, as one edit each: (file, what stands there, what the bug makes of it)."""

from dataclasses import dataclass

SYNC = "frontend/src/lib/sync"
DB = "frontend/src/lib/db"
CORE = "backend/core/records.py"


@dataclass(frozen=True)
class Bug:
    name: str
    file: str
    sound: str
    planted: str


ON_THE_PHONE = [
    Bug(
        "marks as synced without comparing, so that what was typed since never goes up",
        f"{SYNC}/results.ts",
        "  if (!next) return settle",
        "  if (next) await tx.objectStore('outbox').delete(next.seq)\n  if (Boolean(row)) return settle",
    ),
    Bug(
        "deletes by absence after a restore",
        f"{SYNC}/recheck.ts",
        "  if (row.deleted) return rows.delete(row.id)",
        "  if (Boolean(row)) return rows.delete(row.id)",
    ),
    Bug(
        "overwrites what was typed since with what the feed says",
        f"{SYNC}/feed.ts",
        "  else if (!outboxEmpty && (await isPending(tx, record))) await remember(tx, record, row, seen)",
        "  else if (!outboxEmpty && (await isPending(tx, record))) await rows.put(rowFrom(id, seen))",
    ),
    Bug(
        "writes the row in one transaction and the outbox line in another",
        f"{DB}/records.ts",
        "export async function commitChange(database: Database, change: Change): Promise<Row> {",
        "export async function commitChange(database: Database, change: Change): Promise<Row> {\n"
        "  await database.write([change.collection], async (tx) => {\n"
        "    const row = await currentRow(tx, change)\n"
        "    const after = stateAfter(row.deleted ? null : { deleted: false, data: row.data }, change)\n"
        "    await tx.objectStore(change.collection).put(withState(row, after))\n"
        "  })",
    ),
    Bug(
        "moves the cursor on before the page is stored",
        f"{SYNC}/apply.ts",
        "  return database.write(\n    [...COLLECTIONS",
        "  await changeProgress(database, (last) => ({ ...last, epoch: answer.epoch, cursor: answer.cursor }))\n"
        "  return database.write(\n    [...COLLECTIONS",
    ),
    Bug(
        "lets the server win a conflict and drops the change",
        f"{SYNC}/results.ts",
        "  await replace(tx, [line, ...later], kept, confirmedRow.revision)\n  const last = kept.at(-1)",
        "  kept.length = 0\n  await replace(tx, [line, ...later], kept, confirmedRow.revision)\n"
        "  const last = kept.at(-1)",
    ),
    Bug(
        "sends a merged change under the old op_id",
        f"{SYNC}/results.ts",
        "  const first = { ...line, op_id: crypto.randomUUID(), before, alone: false }",
        "  const first = { ...line, before, alone: false }",
    ),
    Bug(
        "takes every repetition for a success",
        f"{SYNC}/apply.ts",
        "return status === 'duplicate' ? first : status",
        "return status === 'duplicate' && first ? 'applied' : status",
    ),
    Bug(
        "lets a delete beat an edit",
        f"{SYNC}/merge.ts",
        "  if (theirs.deleted) return ours\n",
        "  if (theirs.deleted) return theirs\n",
    ),
    Bug(
        "lets a refused change block the queue",
        f"{SYNC}/apply.ts",
        "      return putAside(tx, line, result.errors)",
        "      throw new Error('refused')",
    ),
    Bug(
        "lets the last writer win whole records",
        f"{SYNC}/merge.ts",
        "  return { deleted: false, data: mergeData(base, ours.data, theirs.data) }",
        "  return { deleted: false, data: Object.keys(base).length ? ours.data : theirs.data }",
    ),
    Bug(
        "sends only the fields it knows",
        f"{SYNC}/protocol.ts",
        "filter(([name]) => !hidden.includes(name))",
        "filter(([name]) => name !== 'future' && !hidden.includes(name))",
    ),
    Bug(
        "sends two changes of one record at once",
        f"{SYNC}/outbox.ts",
        "!sent.has(line.seq) && records.size < records.add(recordOf(line)).size",
        "!sent.has(line.seq) && records.add(recordOf(line)).size > 0",
    ),
    Bug(
        "lets a change overtake an earlier one of its record",
        f"{SYNC}/outbox.ts",
        "  const lines = await readFirst(database, onTheWay)\n",
        "  const read = await readFirst(database, onTheWay)\n"
        "  const lines = read.filter(({ seq }) => seq > (onTheWay.at(-1)?.seq ?? 0))\n",
    ),
    Bug(
        "acknowledges a change as the last one though another followed it",
        f"{DB}/records.ts",
        "  if (last) await outbox.put({ ...last, alone })\n",
        "",
    ),
]

ON_THE_SERVER = [
    Bug(
        "keeps no receipt",
        CORE,
        "        if change.op_id:\n            self._keep_receipt(change.op_id, result)\n",
        "",
    ),
    Bug(
        "gives out revisions without a lock, as a sequence does",
        CORE,
        "accounts.objects.select_for_update(no_key=True).get(pk=account_id)",
        "accounts.objects.get(pk=account_id)",
    ),
    Bug(
        "takes an edit on any base",
        CORE,
        "        if row and change.base_revision != row.revision:",
        "        if row and row.deleted and change.base_revision != row.revision:",
    ),
    Bug(
        "lets the feed skip what was written while it was read",
        "backend/sync/services.py",
        '        "cursor": page[-1]["revision"] if more else account.revision,',
        '        "cursor": account.revision,',
    ),
    Bug(
        "looks a record up outside the account",
        CORE,
        "rows = self.collections[name].model._default_manager.filter(account_id=self.account.pk, id__any=ids)",
        "rows = self.collections[name].model._default_manager.filter(id__any=ids)",
    ),
]
