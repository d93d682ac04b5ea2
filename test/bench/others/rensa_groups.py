"""rensa, R-MinHash over all tokens: 128 permutations, 32 bands, candidates kept from an estimate of 0.5 on; shingles
cut and hashed in two processes, all else in batches in its own threads. (Its faster "rho" sketch only flags articles:
it says no pairs, so no groups come of it.)  python rensa_groups.py docs.jsonl"""
import sys
from multiprocessing import Pool

from rensa import RMinHash, RMinHashLSH
from shingles import Groups, read, report, shingles

PERMUTATIONS, BANDS, THRESHOLD, SEED, PROCESSES = 128, 32, 0.5, 42, 2


def cut(texts):
    return [shingles(text) for text in texts]


def main(path):
    docs = read(path)
    texts = [text for _, text in docs]
    batches = [texts[at : at + 256] for at in range(0, len(texts), 256)]
    sketches = []
    with Pool(PROCESSES) as pool:
        for sets in pool.imap(cut, batches):
            sketches.extend(RMinHash.from_token_sets(sets, num_perm=PERMUTATIONS, seed=SEED))
    lsh = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
    lsh.insert_many(sketches)
    groups = Groups(len(docs))
    for number, found in enumerate(lsh.query_all(sketches)):
        for other in found:
            if other < number and sketches[number].jaccard(sketches[other]) >= THRESHOLD:
                groups.union(number, other)
    report(groups.lists([name for name, _ in docs]))


if __name__ == "__main__":
    main(sys.argv[1])
