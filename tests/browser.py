"""Debian's Chromium, told what to do over a pipe (Chrome DevTools Protocol): no driver, no port."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from pathlib import Path

KEYS = {"Enter": ("\r", 13), "Tab": ("", 9), "Escape": ("", 27)}


class Browser:
    """One window of a browser that reaches this machine alone; what it logs and asks for is remembered."""

    def __init__(self, folder: Path, width: int = 1280, height: int = 900, *, scripts: bool = True) -> None:
        self._number = 0
        self.asked: list[str] = []
        self.received: dict[str, int] = {}  # bytes on the wire, by address
        self._addresses: dict[str, str] = {}
        self.logged: list[str] = []
        there, self._to = os.pipe()
        self._from, back = os.pipe()

        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        options += ["--remote-debugging-pipe", f"--user-data-dir={folder}", "--no-first-run", "--mute-audio"]
        options += ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"]
        command = ["bash", "-c", f'exec "$0" "$@" 3<&{there} 4>&{back}', str(shutil.which("chromium"))]
        self._process = subprocess.Popen(
            [*command, *options, "about:blank"],
            pass_fds=(there, back),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(there)
        os.close(back)
        self._rest = b""
        self._session = ""
        pages = self.tell("Target.getTargets")["targetInfos"]
        page = next(one["targetId"] for one in pages if one["type"] == "page")
        self._session = self.tell("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.tell(f"{domain}.enable")
        self.tell("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.size(width, height)

    def size(self, width: int, height: int) -> None:
        """Make the window so large."""
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def tell(self, method: str, **parameters: object) -> dict:
        """Send a command and return its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                return answer["result"]

    def _next(self) -> dict:
        while b"\0" not in self._rest:
            data = os.read(self._from, 1 << 20)
            assert data, "the browser has ended"
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\0")
        message = json.loads(line)
        self._look(message.get("method"), message.get("params", {}))
        return message

    def _look(self, method: str | None, said: dict) -> None:
        if method == "Network.requestWillBeSent":
            self.asked.append(said["request"]["url"])
            self._addresses[said["requestId"]] = said["request"]["url"]
        elif method == "Network.loadingFinished" and said["requestId"] in self._addresses:
            self.received[self._addresses[said["requestId"]]] = round(said["encodedDataLength"])
        elif method == "Log.entryAdded":
            self.logged.append(said["entry"]["text"])
        elif method == "Runtime.exceptionThrown":
            self.logged.append(str(said["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" and said["type"] in ("error", "warning"):
            self.logged.append(str(said["args"]))

    def open(self, address: str) -> None:
        """Open a page and wait until it is there."""
        self.tell("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def do(self, script: str) -> object:
        """Return what an expression is worth on the page."""
        result = self.tell(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True
        )
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def until(self, script: str, patience: float = 20) -> None:
        """Wait until an expression is true."""
        end = time.monotonic() + patience
        while not self._is(script):
            assert time.monotonic() < end, (script, self.logged, self.do("document.body.innerText"))
            time.sleep(0.03)

    def _is(self, script: str) -> bool:
        try:
            return bool(self.do(f"Boolean({script})"))
        except AssertionError:  # between two pages
            return False

    def press(self, key: str, *, held: bool = False, shift: bool = False) -> None:
        """Press a key and let it go; `held` says that it has been down for a while."""
        text, code = KEYS.get(key, (key, ord(key.upper()[0])))
        common = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 8 if shift else 0}
        down = {**common, "text": text} if text else common
        self.tell("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", autoRepeat=held, **down)
        self.tell("Input.dispatchKeyEvent", type="keyUp", **common)

    def write(self, words: str) -> None:
        """Write words where the focus is."""
        self.tell("Input.insertText", text=words)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Keep what is seen as a PNG."""
        data = self.tell("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))

    def close(self) -> None:
        """End the browser."""
        os.close(self._to)
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._from)
