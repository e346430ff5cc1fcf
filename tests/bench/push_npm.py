"""npm's web-push, where npm can fetch it."""

import shutil
import subprocess
from pathlib import Path

WEB_PUSH = "web-push@3.6.7"
SCRIPT = """
const https = require('node:https')
const { createECDH, randomBytes } = require('node:crypto')
const webpush = require('web-push')
const [origin, count] = [process.argv[2], Number(process.argv[3])]
const agent = new https.Agent({ keepAlive: true, maxSockets: 8 })
const keys = webpush.generateVAPIDKeys()
webpush.setVapidDetails('mailto:operator@example.org', keys.publicKey, keys.privateKey)
const payload = JSON.stringify({ web_push: 8030, notification: { title: 'A small pause', body: 'One minute.' } })
const phones = Array.from({ length: count + 20 }, (_, n) => {
  const own = createECDH('prime256v1')
  const p256dh = own.generateKeys('base64url')
  return { endpoint: `${origin}/push/${n}`, keys: { p256dh, auth: randomBytes(16).toString('base64url') } }
})
async function send(some) {
  const waiting = [...some]
  const work = async () => {
    for (let phone; (phone = waiting.pop()); ) await webpush.sendNotification(phone, payload, { TTL: 1800, agent })
  }
  await Promise.all(Array.from({ length: 8 }, work))
}
async function main() {
  await send(phones.slice(0, 20))
  const before = process.cpuUsage()
  await send(phones.slice(20))
  const { user, system } = process.cpuUsage(before)
  console.log((user + system) / count)
  agent.destroy()
}
void main()
"""


def install_web_push(folder: Path) -> list[str]:
    """Install it; return the command to which origin and count are added, or an empty one without npm."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        return []
    folder.mkdir()
    command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), WEB_PUSH]
    if subprocess.run(command, check=False, cwd=folder).returncode:
        return []
    (folder / "send.cjs").write_text(SCRIPT)
    return [node, str(folder / "send.cjs")]
