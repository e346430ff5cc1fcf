"""npm's http_ece, which reads a message with Node's own cryptography: none of it is ours, or Python's."""

import json
import subprocess
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

from tests.e2e.push_service import base64url, unbase64url

# Where the package lies; Node looks for it from here.
FRONTEND = Path(__file__).parents[2] / "frontend"
SCRIPT = """
const { createECDH } = require('node:crypto')
const { readFileSync } = require('node:fs')
const ece = require('http_ece')
const { bodies, key, auth } = JSON.parse(readFileSync(0, 'utf8'))
const privateKey = createECDH('prime256v1')
privateKey.setPrivateKey(key, 'base64url')
const options = { version: 'aes128gcm', privateKey, authSecret: auth }
const read = (body) => ece.decrypt(Buffer.from(body, 'base64url'), options)
console.log(JSON.stringify(bodies.map((body) => read(body).toString('base64url'))))
"""


def read_by_node(bodies: list[bytes], key: EllipticCurvePrivateKey, auth: bytes) -> list[bytes]:
    """Return what each body says to the browser that has this key."""
    own = base64url(key.private_numbers().private_value.to_bytes(32))
    asked: dict[str, Any] = {"bodies": [base64url(body) for body in bodies], "key": own, "auth": base64url(auth)}
    command = ["node", "--input-type=commonjs", "--eval", SCRIPT]
    answer = subprocess.run(
        command, cwd=FRONTEND, input=json.dumps(asked), capture_output=True, text=True, check=True, timeout=60
    )
    return [unbase64url(text) for text in json.loads(answer.stdout)]
