"""datasketch: 128 permutations, 32 bands of 4, candidates kept from an estimate of 0.5 on; texts sketched in two
processes, in batches, shingles hashed by xxhash, which is faster than its default (SHA-1).  python datasketch_groups.py docs.jsonl"""
import sys
from multiprocessing import Pool

import numpy
from datasketch import MinHash, MinHashLSH
from xxhash import xxh32_intdigest
from shingles import Groups, read, report, shingles

PERMUTATIONS, BANDS, ROWS, THRESHOLD, PROCESSES = 128, 32, 4, 0.5, 2
KIND = {"num_perm": PERMUTATIONS, "hashfunc": xxh32_intdigest, "scheme": "affine32"}


def sketch(texts):
    sets = [[shingle.encode() for shingle in shingles(text)] for text in texts]
    return numpy.array([m.hashvalues for m in MinHash.bulk(sets, **KIND)])


def main(path):
    docs = read(path)
    texts = [text for _, text in docs]
    batches = [texts[at : at + 256] for at in range(0, len(texts), 256)]
    with Pool(PROCESSES) as pool:
        rows = numpy.concatenate(pool.map(sketch, batches, chunksize=4))
    permutations = MinHash(**KIND).permutations
    sketches = [MinHash(hashvalues=row, permutations=permutations, **KIND) for row in rows]
    lsh = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
    groups = Groups(len(docs))
    for number, minhash in enumerate(sketches):
        for other in lsh.query(minhash):
            if minhash.jaccard(sketches[other]) >= THRESHOLD:
                groups.union(number, other)
        lsh.insert(number, minhash, check_duplication=False)
    report(groups.lists([name for name, _ in docs]))


if __name__ == "__main__":
    main(sys.argv[1])
