"""Shingles for engines that leave them to their user: three words, or five characters where words are not spaced, as
dedupe makes them. One pass of a compiled expression; the shingles of a text are distinct."""
import json
import re

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
TOKEN = re.compile(f"[{UNSPACED}]|[^\\W{UNSPACED}]+")
IS_UNSPACED = re.compile(f"[{UNSPACED}]")


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [(record["id"], record["text"]) for record in map(json.loads, lines)]


def shingles(text):
    tokens = TOKEN.findall(text.lower())
    if IS_UNSPACED.match(tokens[0]) if tokens else False:
        return list({"".join(run) for run in zip(tokens, tokens[1:], tokens[2:], tokens[3:], tokens[4:])} or {"".join(tokens)})
    return list({" ".join(run) for run in zip(tokens, tokens[1:], tokens[2:])} or {" ".join(tokens)})


class Groups:
    """Disjoint sets of articles."""

    def __init__(self, count):
        self.parent = list(range(count))

    def find(self, item):
        while self.parent[item] != item:
            self.parent[item] = self.parent[self.parent[item]]
            item = self.parent[item]
        return item

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a != b:
            self.parent[max(a, b)] = min(a, b)

    def lists(self, ids):
        members = {}
        for item, name in enumerate(ids):
            members.setdefault(self.find(item), []).append(name)
        return [group for group in members.values() if len(group) > 1]


def report(groups):
    """Groups and what they cost, this process and its children, as one line of JSON."""
    import resource

    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(part.ru_utime + part.ru_stime for part in usage)
    print(json.dumps({"groups": groups, "cpu": cpu, "peak": usage[0].ru_maxrss / 1024}))
