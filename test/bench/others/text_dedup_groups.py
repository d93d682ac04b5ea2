"""text-dedup: its own command with its own tokens (what stands between two marks that are no letters), 3-grams, 128
permutations, 32 bands of 4, two processes. It does not look at candidates again.  python text_dedup_groups.py docs.jsonl"""
import json
import os
import pickle
import subprocess
import sys
import tempfile

from shingles import read, report


def main(path):
    folder = tempfile.mkdtemp(prefix="dedupe-text-dedup-")
    words = {
        "path": "json", "data_files": path, "split": "train", "cache_dir": f"{folder}/cache", "output": f"{folder}/out",
        "column": "text", "ngram": 3, "min_length": 1, "num_perm": 128, "b": 32, "r": 4, "hash_func": "xxh3",
        "hash_bits": 32, "num_proc": 2, "batch_size": 10000,
    }
    command = [sys.executable, "-m", "text_dedup.minhash", "--debug"]
    for name, value in words.items():
        command += [f"--{name}", str(value)]
    environment = {**os.environ, "HF_DATASETS_OFFLINE": "1", "HF_HOME": folder, "PYTHONWARNINGS": "ignore"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    ids = [name for name, _ in read(path)]
    with open(f"{folder}/out/uf.pkl", "rb") as file:
        dumped = pickle.load(file)
    parent = dumped.parent if hasattr(dumped, "parent") else dumped
    groups = {}
    for item in parent:
        root = item
        while parent[root] != root:
            root = parent[root]
        groups.setdefault(root, []).append(ids[item])
    report([group for group in groups.values() if len(group) > 1])


if __name__ == "__main__":
    main(sys.argv[1])
