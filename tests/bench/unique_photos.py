#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Kinframe developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""unique_photos.py FROM TO COUNT: fills the folder TO with COUNT copies of the JPEGs below FROM that are as large as
photos are. Each gets a comment of its own, so that no two are the same file. Those that are there already are left."""
import pathlib
import struct
import sys

LEAST_PIXELS = 800_000
SIZE_MARKERS = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def pixels(jpeg: bytes) -> int:
    """What the frame's header says; 0 where there is none."""
    place = 2
    while jpeg[:2] == b"\xff\xd8" and place + 9 <= len(jpeg) and jpeg[place] == 0xFF:
        marker, length = struct.unpack(">BH", jpeg[place + 1 : place + 4])
        if marker in SIZE_MARKERS:
            height, width = struct.unpack(">HH", jpeg[place + 5 : place + 9])
            return width * height
        place += 2 + length
    return 0


def with_comment(jpeg: bytes, text: str) -> bytes:
    comment = text.encode()
    return jpeg[:2] + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + jpeg[2:]


def main(source: str, target: str, count: int) -> int:
    photos = [path.read_bytes() for path in sorted(pathlib.Path(source).rglob("*.jpg"))]
    photos = [photo for photo in photos if pixels(photo) >= LEAST_PIXELS]
    if not photos:
        print(f"There are no photos of {LEAST_PIXELS} pixels or more below {source}.", file=sys.stderr)
        return 1
    folder = pathlib.Path(target)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / f"photo_{number:05}.jpg"
        if not path.exists():
            path.write_bytes(with_comment(photos[number % len(photos)], f"copy {number}"))
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
