"""Draws the logo of the council that does not exist: the sun over three rivers.

usage: logo.py >logo.png
"""
import math
import struct
import sys
import zlib

SIDE = 360  # pixels: 20 mm at more than 400 dots an inch
SAMPLES = 3  # a side, in each pixel
PLUM, GOLD, WHITE = (0x5B, 0x1F, 0x4A), (0xE9, 0xB4, 0x4C), (0xFF, 0xFF, 0xFF)


def river(x, y, middle):
    return abs(y - middle - 0.035 * math.sin(x * 9)) < 0.033


def colour_at(x, y):
    """Of a point of the square from -1 to 1; None is transparent."""
    if math.hypot(x, y) > 0.98:
        return None
    if y > 0.06 and any(river(x, y, middle) for middle in (0.22, 0.42, 0.62)):
        return WHITE
    if y < 0.06 and math.hypot(x, y - 0.06) < 0.42:
        return GOLD
    return PLUM


def pixel(column, row):
    points = [
        colour_at(*(2 * (place + (step + 0.5) / SAMPLES) / SIDE - 1 for place, step in places))
        for places in (
            ((column, across), (row, down)) for across in range(SAMPLES) for down in range(SAMPLES)
        )
    ]
    seen = [point for point in points if point]
    if not seen:
        return bytes(4)
    alpha = 255 * len(seen) // len(points)
    return bytes(sum(part) // len(seen) for part in zip(*seen)) + bytes([alpha])


def chunk(kind, data):
    checksum = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)


def png():
    rows = b"".join(
        b"\0" + b"".join(pixel(column, row) for column in range(SIDE)) for row in range(SIDE)
    )
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )


sys.stdout.buffer.write(png())
