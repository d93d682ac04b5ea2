"""semhash: embeddings of a static model, cosine 0.9 (its default). The model is not part of the package:
SEMHASH_MODEL names a folder that holds one.  SEMHASH_MODEL=folder python semhash_groups.py docs.jsonl"""
import os
import sys

from model2vec import StaticModel
from semhash import SemHash
from shingles import Groups, read, report


def main(path):
    docs = read(path)
    number = {name: at for at, (name, _) in enumerate(docs)}
    model = StaticModel.from_pretrained(os.environ["SEMHASH_MODEL"])
    records = [{"id": name, "text": text} for name, text in docs]
    index = SemHash.from_records(records, columns=["text"], model=model)
    groups = Groups(len(docs))
    for duplicate in index.self_deduplicate().filtered:
        for other, _ in duplicate.duplicates:
            groups.union(number[duplicate.record["id"]], number[other["id"]])
    report(groups.lists([name for name, _ in docs]))


if __name__ == "__main__":
    main(sys.argv[1])
