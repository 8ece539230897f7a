"""A day of work with Okta's SDK for Python: `python day.py URL TOKEN` prints a line of JSON for each step."""

import asyncio
import json
import sys
import time
import traceback

import access
import apps
import people
import security
from workplace import connect

STEPS = [*people.STEPS, *apps.STEPS, *security.STEPS, *access.STEPS]


async def main(url, token):
    client = connect(url, {"token": token})
    failed = 0
    for step in STEPS:
        start = time.perf_counter()
        try:
            await step(client)
            outcome = {"ok": True}
        except Exception:
            outcome = {"ok": False, "error": traceback.format_exc()}
            failed += 1
        line = {"step": step.__name__, "ms": round((time.perf_counter() - start) * 1000), **outcome}
        print(json.dumps(line), flush=True)
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(*sys.argv[1:])))
