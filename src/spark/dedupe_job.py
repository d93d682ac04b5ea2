#!/usr/bin/env python3
"""One run of dedupe on Apache Spark.

Moves rows between the stages of the program (`dedupe stage <name>`, which see: `dedupe help stages`): joins, counts, sorts
and groupings, nothing else. What an article, a pair or a group is, and every bound, the program decides.

Each step is a table in the work folder. A run that ended before its end takes up the tables that are complete.
"""
import argparse
import json
import posixpath
import re
import shlex
import subprocess
import sys
import uuid
from urllib.parse import unquote

from pyspark import SparkConf
from pyspark.sql import DataFrame, SparkSession, Window
from pyspark.sql import functions as F

ARTICLE = (
    "v INT, made STRING, `order` STRING, idKey STRING, otherKey STRING, id STRING, other STRING, identity STRING,"
    " language STRING, text STRING, shingles INT, sketch BINARY, sample BINARY, story BINARY, bands ARRAY<BIGINT>,"
    " phrases ARRAY<BIGINT>, keys ARRAY<BIGINT>, source BIGINT, leads ARRAY<BIGINT>, tails ARRAY<BIGINT>,"
    " ending INT, edges ARRAY<BIGINT>, pages ARRAY<BIGINT>, head STRING, body BINARY"
)
ISSUE = "type STRING, code STRING, path STRING, record BIGINT, offset BIGINT, message STRING"
PAIR = "a BIGINT, b BIGINT, by STRING"
# Where the one who submits says nothing else. Rows hold texts and sorted numbers, which zstd shrinks by half again; a small
# file costs less than Spark takes it to cost, and each task starts a process.
CONF = {
    "spark.io.compression.codec": "zstd",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.files.openCostInBytes": str(64 << 10),
}
# Pieces of a file, so that no line is longer than a program can hold.
PIECE = 4 << 20
# Places of articles that every task may be told: 8 MB.
FEW = 1 << 20
# Half of the number of bits by which a row is numbered within its partition (monotonically_increasing_id).
ROW_BITS = 33
# Base of the codes of `dedupe stage rank`, and bytes of what stands below a seat; base of keys with a weight, and of keys of pairs.
SEAT, LANGUAGE, BELOW_SEAT, WEIGHT, PAIR_KEY = 65536, 64, 2, 256, 1 << 32


class Job:
    def __init__(self, spark, options):
        self.spark = spark
        self.options = options
        self.parts = options.partitions
        self.work = options.work.rstrip("/")
        self.issues = []
        self.limits = self.ask_limits()
        self.claim_work()

    # What the program is called, and its bounds.

    def command(self, stage):
        words = shlex.split(self.options.program) + ["stage", stage, "--allow-partial"] + self.options.flags
        return " ".join(shlex.quote(word) for word in words)

    def ask_limits(self):
        words = shlex.split(self.options.driver_program or self.options.program)
        said = subprocess.run(
            words + ["stage", "limits"] + self.options.flags, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL
        )
        if said.returncode != 0:
            sys.exit(said.returncode)
        return json.loads(said.stdout)

    # Tables.

    def hadoop_path(self, path):
        path = self.spark._jvm.org.apache.hadoop.fs.Path(path)
        return path, path.getFileSystem(self.spark._jsc.hadoopConfiguration())

    def claim_work(self):
        """Tables of another run, or of other options, are not taken up."""
        mine = json.dumps([self.options.paths, self.options.flags, self.limits], sort_keys=True)
        path, files = self.hadoop_path(f"{self.work}/run")
        if files.exists(path):
            theirs = self.spark.read.text(str(path)).first()
            if theirs is None or theirs[0] != mine:
                sys.exit(f"{self.work} is the work of a run with other paths, options or another version; name another folder")
            return
        self.spark.createDataFrame([(mine,)], "value STRING").coalesce(1).write.text(str(path))

    def table(self, name, make):
        """What `make` makes, written once."""
        where = f"{self.work}/{name}"
        path, files = self.hadoop_path(f"{where}/_SUCCESS")
        if files.exists(path):
            return self.spark.read.parquet(where)
        self.spark.sparkContext.setJobDescription(name)
        made = make()
        made.write.mode("overwrite").parquet(where)
        # Told what is in it, Spark starts no job to find out.
        return self.spark.read.schema(made.schema).parquet(where)

    def stage(self, table, stage, lines, columns):
        """A stage over rows of one column `line`, as a table; its issues are kept for the report."""

        def make():
            view = "v" + uuid.uuid4().hex
            lines.createOrReplaceTempView(view)
            using = self.command(stage).replace("\\", "\\\\").replace("'", "\\'")
            out = self.spark.sql(f"SELECT TRANSFORM (line) USING '{using}' AS (line STRING) FROM {view}")
            return out.select(F.from_json("line", f"{ISSUE}, {columns}").alias("r")).select("r.*")

        found = self.table(table, make)
        self.issues.append(found.where("type = 'issue'").select(*[c.split()[0] for c in ISSUE.split(", ")]))
        return found.where("type <> 'issue'").select(*[c for c in found.columns if c not in ISSUE_ONLY or c == "type"])

    def dense(self, table, rows, order, name):
        """Numbers rows from 0 in an order of which no two are equal."""
        sorted_rows = self.table(
            table,
            lambda: rows.repartitionByRange(self.parts, *order)
            .sortWithinPartitions(*order)
            .withColumn("_n", F.monotonically_increasing_id()),
        )
        part = F.shiftright("_n", ROW_BITS)
        counts = sorted(sorted_rows.groupBy(part.alias("p")).count().collect())
        offsets, total = [], 0
        for p, count in counts:
            offsets.append((p, total))
            total += count
        bases = self.spark.createDataFrame(offsets or [(0, 0)], "_p BIGINT, _base BIGINT")
        within = F.col("_n") - F.shiftleft(part, ROW_BITS)
        return (
            sorted_rows.withColumn("_p", part)
            .join(F.broadcast(bases), "_p")
            .withColumn(name, F.col("_base") + within)
            .drop("_p", "_base", "_n")
        )

    def only(self, articles, places):
        """The articles at some places (column `pos`): told to all tasks where these are few, so that no text moves in vain."""
        places = places.select("pos").distinct()
        told = F.broadcast(places) if places.limit(FEW + 1).count() <= FEW else places
        return articles.join(told, "pos", "left_semi")

    def with_sides(self, pairs, articles, columns):
        """Both articles of each pair beside it, as `a` and `b`."""
        articles = self.only(articles.select("pos", *columns), pairs.select(F.col("a").alias("pos")).union(pairs.select("b")))
        side = F.struct("pos", *columns)
        one = articles.select(F.col("pos").alias("a"), side.alias("_a"))
        two = articles.select(F.col("pos").alias("b"), side.alias("_b"))
        rest = [column for column in pairs.columns if column not in ("a", "b")]
        return pairs.join(one, "a").join(two, "b").select(*rest, F.col("_a").alias("a"), F.col("_b").alias("b"))

    # Steps.

    def run(self):
        placed = self.read_articles()
        displaced = self.claim_ids(placed)
        if self.limits["clean"]:
            articles = self.clean(placed, displaced)
        else:
            articles = placed
        copies = self.copies(articles)
        reps = articles.join(copies, "pos", "left_anti")
        pairs = self.near_pairs(reps)
        if self.limits["translations"]:
            pairs = pairs.union(self.story_pairs(reps))
        links = self.verify(pairs, articles)
        grouping = self.group(links, copies, articles, displaced)
        self.report(links, grouping, articles, displaced)

    def read_articles(self):
        roots = [(given, *self.qualified(given)) for given in self.options.paths]
        for given, root, _ in roots:
            for other, beside, _ in roots:
                if given != other and (root + "/").startswith(beside + "/"):
                    sys.exit(f"{given} lies within {other}; name each place once")
        files = None
        for given, root, is_folder in roots:
            found = (
                self.spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(root)
            )
            found = found.select("path", "length", "content").unionByName(self.empty_files(found), allowMissingColumns=True)
            name = F.concat(F.lit(self.shown(given)), F.expr(f"substr(path, {len(root) + 1})")) if is_folder else F.lit(self.shown(given))
            found = found.select(name.alias("name"), "path", "length", "content")
            files = found if files is None else files.union(found)
        is_lines = F.expr(r"name rlike '(?i)\\.(jsonl|ndjson)(\\.(gz|bz2))?$'") & (F.col("length") > self.options.split_above)
        is_large = F.col("length") > self.options.max_file
        split = files.where(is_lines).select("name", "path").collect()
        whole = files.where(~is_lines & ~is_large & (F.col("length") > 0))
        pieces = whole.select(
            "name", "length", F.posexplode(F.expr(f"sequence(0L, (length - 1) div {PIECE})")).alias("n", "piece"), "content"
        ).select(
            F.col("name").alias("path"),
            F.col("length").alias("size"),
            (F.col("piece") * PIECE).alias("at"),
            F.expr(f"substring(content, cast(piece * {PIECE} + 1 as int), {PIECE})").alias("bytes"),
        )
        lines = as_lines(pieces)
        empty = files.where(F.col("length") == 0).select(
            F.col("name").alias("path"), F.lit(0).alias("size"), F.lit(0).alias("at"), F.lit("").alias("bytes")
        )
        large = files.where(~is_lines & is_large).select(
            F.col("name").alias("path"), F.col("length").alias("size"), F.lit(True).alias("isTooLarge")
        )
        lines = lines.union(as_lines(empty)).union(as_lines(large))
        if split:
            lines = lines.union(as_lines(self.lines_of({row["path"]: row["name"] for row in split})))
        found = self.stage("features", "features", lines, ARTICLE)
        return self.dense("placed", found, ["order"], "pos")

    def empty_files(self, found):
        """Files of no bytes: Spark lists them and reads none of them."""
        listed = [(plain_path(unquote(path)),) for path in found.inputFiles()]
        listed = self.spark.createDataFrame(listed, "path STRING")
        return listed.join(found.select("path"), "path", "left_anti").withColumn("length", F.lit(0).cast("bigint"))

    def lines_of(self, names):
        """The lines of large files, with what stands before their piece of the file; `names` by path."""
        text = self.spark.read.option("lineSep", "\n").text([literal_path(path) for path in names])
        files = [(file, names[plain_path(unquote(file))]) for file in text.inputFiles()]
        files = self.spark.createDataFrame(files, "file STRING, path STRING")
        text = text.select("value", F.input_file_name().alias("file"), F.expr("input_file_block_start()").alias("block"))
        blocks = text.groupBy("file", "block").agg(
            F.sum(F.octet_length("value") + 1).alias("bytes"),
            F.sum(F.expr(r"cast(value rlike '[^ \\t\\r]' as int)")).alias("records"),
        )
        before = Window.partitionBy("file").orderBy("block").rowsBetween(Window.unboundedPreceding, -1)
        bases = blocks.join(files, "file").select(
            "file",
            "block",
            "path",
            F.coalesce(F.sum("bytes").over(before), F.lit(0)).alias("offset"),
            F.coalesce(F.sum("records").over(before), F.lit(0)).alias("records"),
        )
        return text.join(F.broadcast(bases), ["file", "block"]).select(
            "path", "block", "offset", "records", F.expr("cast(value as binary)").alias("bytes")
        )

    def qualified(self, given):
        path, files = self.hadoop_path(given)
        if not files.exists(path):
            print(f"no input: {given} does not exist", file=sys.stderr)
            sys.exit(4)
        is_folder = files.getFileStatus(path).isDirectory()
        if is_folder and files.exists(self.spark._jvm.org.apache.hadoop.fs.Path(path, ".dedupeignore")):
            sys.exit(f"{given} has a file .dedupeignore, which is read on one machine only; name what is to be read")
        return files.makeQualified(path).toString(), is_folder

    def shown(self, given):
        return given.rstrip("/") if "://" in given else posixpath.normpath(given)

    def claim_ids(self, placed):
        """An earlier article keeps its id; who lost one tries the next, until no earlier one has it."""
        claims = placed.select("pos", "otherKey", F.col("idKey").alias("key"), F.lit(0).alias("attempt"))
        names = claims.groupBy("key").count().where("count > 1").select("key")
        if names.isEmpty():
            return self.spark.createDataFrame([], "pos BIGINT, attempt INT")
        for turn in range(1 << 20):
            place = F.row_number().over(Window.partitionBy("key").orderBy("pos"))
            lost = self.table(
                f"ids-{turn}",
                lambda: claims.withColumn("lost", place > 1).select(
                    "pos",
                    "otherKey",
                    F.when(F.col("lost"), F.expr("concat(otherKey, repeat('0023', attempt))")).otherwise(F.col("key")).alias("key"),
                    (F.col("attempt") + F.col("lost").cast("int")).alias("attempt"),
                    "lost",
                ),
            )
            claims = lost.drop("lost")
            if lost.where("lost").isEmpty():
                return claims.where("attempt > 0").select("pos", "attempt")

    def clean(self, placed, displaced):
        of_source = Window.partitionBy("source").orderBy("text", "pos")
        sampled = (
            placed.where("source <> 0")
            .select("source", "pos", "text", "shingles", "sketch", "leads", "edges", "pages")
            .withColumn("place", F.row_number().over(of_source))
            .where(F.col("place") <= self.limits["sampled"])
        )
        sources = (
            sampled.groupBy("source")
            .agg(F.collect_list(F.struct("pos", "text", "shingles", "sketch", "leads", "edges", "pages")).alias("members"))
            .where("size(members) > 1")
        )
        repeated = self.stage("repeated", "repeated", as_lines(sources), "source BIGINT, key BIGINT, articles BIGINT")
        counting = (
            placed.where("source <> 0")
            .select("pos", "source", F.explode("edges").alias("key"))
            .join(repeated.select("source", "key", "articles"), ["source", "key"])
            .groupBy("pos")
            .agg(F.collect_list(F.struct("key", "articles")).alias("counts"))
        )
        counts = self.table("counts", lambda: counting)
        found = self.only(placed.select("pos", "v", "made", "head", "body"), counts).join(counts, "pos")
        again = self.stage("again", "again", as_lines(found), f"{ARTICLE}, pos BIGINT")
        articles = changed(placed, again)

        tails = articles.where("ending <> 0").select("pos", F.explode(F.array_distinct("tails")).alias("key"))
        leads = articles.select("pos", "text", F.explode("leads").alias("lead"))
        leads = leads.select("pos", "text", F.expr("lead % 4294967296").alias("key")).distinct()
        leads = leads.join(tails.select("key").distinct(), "key", "left_semi")
        of_key = Window.partitionBy("key").orderBy("text", "pos")
        first = leads.withColumn("place", F.row_number().over(of_key)).where("place <= 2").select("key", F.col("pos").alias("home"))
        carrying = tails.join(first, "key").where("pos <> home").select("pos", "home").distinct()
        carried = self.table("carried", lambda: carrying)
        homes = self.only(articles, carried.select(F.col("home").alias("pos")))
        homes = self.named(homes, displaced).select(
            F.col("pos").alias("home"),
            F.struct("pos", "text", F.col("name").alias("id"), "leads", F.size("tails").alias("tails")).alias("side"),
        )
        found = carried.join(homes, "home").groupBy("pos").agg(F.collect_list("side").alias("homes"))
        found = self.only(articles.select("pos", "v", "made", "text", "leads", "tails", "ending", "head", "body"), carried).join(found, "pos")
        teasers = self.stage("teasers", "teasers", as_lines(found), f"{ARTICLE}, pos BIGINT")
        return self.table("articles", lambda: changed(articles, teasers))

    def named(self, articles, displaced):
        return articles.join(displaced, "pos", "left").withColumn(
            "name", F.when(F.col("attempt").isNull(), F.col("id")).otherwise(F.col("other"))
        )

    def copies(self, articles):
        """Articles whose text stands in an earlier one, and that."""
        texts = articles.where("shingles > 0").select("pos", "text")
        several = texts.groupBy("text").agg(F.min("pos").alias("rep"), F.count("*").alias("n")).where("n > 1")
        return self.table("copies", lambda: texts.join(several, "text").where("pos <> rep").select("pos", "rep"))

    def near_pairs(self, reps):
        worded = reps.where("shingles > 0")
        bands = worded.select("pos", F.expr("substr(text, 1, 8)").alias("text"), "bands", F.posexplode("bands").alias("band", "key"))
        bands = bands.select(
            "pos",
            "text",
            "band",
            "key",
            F.expr("bands[(band + 1) % size(bands)]").alias("next"),
            F.expr("band * 2 div size(bands)").alias("half"),
        )
        sizes = self.table(
            "band-sizes", lambda: bands.groupBy("band", "key").agg(F.count("*").alias("n")).where("n > 1")
        )
        bucket = self.limits["bucket"]
        capped = sizes.where(F.col("n") > bucket)
        small = (
            bands.select("pos", "band", "key")
            .join(sizes.where(F.col("n") <= bucket), ["band", "key"])
            .groupBy("band", "key")
            .agg(F.collect_list("pos").alias("members"))
        )
        near = self.stage("near", "near", as_lines(small.select("members")), PAIR)
        before = F.row_number().over(Window.partitionBy("pos", "half").orderBy("band")) - 1
        large = bands.join(capped.select("band", "key"), ["band", "key"]).withColumn("before", before)
        chain = self.chained(large)
        told = capped.groupBy("band").agg(F.count("*").alias("buckets"), F.max("n").alias("largest"))
        self.told = [told.withColumn("row", F.lit("band"))]

        found = near.union(chain).union(self.phrase_pairs(worded)).distinct()
        pairs = found.groupBy("a", "b").agg(F.collect_set("by").alias("by"))
        sides = ["shingles", "sketch", "sample"]
        sifted = self.stage("sift", "sift", as_lines(self.with_sides(pairs, worded, sides)), PAIR)
        return sifted.select("a", "b").distinct()

    def chained(self, large):
        order = ["band", "key", "next", "text", "pos"]
        rows = large.repartition(self.parts, "band", "key").sortWithinPartitions(*order)
        return self.stage("chain", "chain", as_lines(rows.select("band", "key", "pos", "before")), PAIR)

    def phrase_pairs(self, worded):
        held = worded.select("pos", "shingles", "text", F.posexplode("phrases").alias("i", "phrase"))
        held = held.withColumn("asks", F.col("i") < self.limits["askedBy"]).drop("i")
        sizes = self.table(
            "phrase-sizes", lambda: held.groupBy("phrase").agg(F.count("*").alias("n")).where("n > 1")
        )
        holders = self.limits["holders"]
        small = (
            held.join(sizes.where(F.col("n") <= holders), "phrase")
            .groupBy("phrase")
            .agg(F.sort_array(F.collect_list(F.struct("pos", "shingles", "text", "asks"))).alias("holders"))
        )
        crowd = held.join(sizes.where(F.col("n") > holders).select("phrase"), "phrase", "left_semi")
        longest = Window.partitionBy("phrase").orderBy(F.desc("shingles"), F.expr("substr(text, 1, 8)"), "pos")
        hubs = (
            crowd.withColumn("place", F.row_number().over(longest))
            .where(F.col("place") <= self.limits["hubs"])
            .groupBy("phrase")
            .agg(F.sort_array(F.collect_list(F.struct("place", "pos", "shingles"))).alias("hubs"))
        )
        hubs = self.table("phrase-hubs", lambda: hubs)
        askers = crowd.where("asks")
        asking = askers.join(hubs, "phrase").select("hubs", F.struct("pos", "shingles").alias("asker"))
        shortest = askers.groupBy("phrase").agg(F.min("shingles").alias("shortest")).join(hubs, "phrase")
        lines = as_lines(small.select("holders")).union(as_lines(asking)).union(as_lines(shortest.select("hubs", "shortest")))
        found = self.stage("phrases", "phrases", lines, PAIR)
        crowded = found.where("type = 'crowded'").agg(F.count("*").alias("crowded"))
        self.told.append(crowded.withColumn("row", F.lit("phrases")))
        return found.where("type = 'pair'")

    def story_pairs(self, reps):
        posting = self.limits["posting"]
        exploded = reps.select("pos", F.explode("keys").alias("x")).select("pos", F.expr(f"x div {WEIGHT}").alias("k"))
        frequent = self.table(
            "frequent", lambda: exploded.groupBy("k").agg(F.count("*").alias("n")).where(F.col("n") > posting).select("k")
        )
        frequent = exploded.join(frequent, "k").groupBy("pos").agg(F.collect_list("k").alias("frequent"))
        rows = reps.select("pos", "keys").join(frequent, "pos", "left")
        keys = self.stage("keys", "keys", as_lines(rows), "pos BIGINT, step INT, followed ARRAY<BIGINT>")

        seats = self.dense(
            "seats", reps.select(F.expr("substr(text, 1, 8)").alias("text8"), "pos", "language", "story"), ["text8", "pos"], "seat"
        )
        languages = {language: n for language, n in reps.groupBy("language").count().collect()}
        if len(languages) > self.limits["languages"]:
            sys.exit(f"{len(languages)} languages; at most {self.limits['languages']} can be told apart")
        numbers = [(language, n) for n, language in enumerate(sorted(languages))]
        numbers = self.spark.createDataFrame(numbers or [("und", 0)], "language STRING, l INT")
        count = sum(languages.values())
        codes = self.table(
            "codes",
            lambda: seats.select("pos", "seat", "language")
            .join(F.broadcast(numbers), "language")
            .join(keys.select("pos", "step", "followed"), "pos")
            .select(F.expr(f"seat * {SEAT} + l * {LANGUAGE} + step").alias("code"), "followed"),
        )
        held = codes.select("code", F.explode("followed").alias("x")).select(F.expr(f"x div {WEIGHT}").alias("k"), "code", "x")
        crowded = self.table(
            "capped-pairs",
            lambda: held.where(F.col("k") >= PAIR_KEY).groupBy("k").agg(F.count("*").alias("n")).where(F.col("n") > posting),
        )
        capped = crowded.agg(F.coalesce(F.sum("n"), F.lit(0)).alias("capped")).withColumn("count", F.lit(count))
        self.told.append(capped.withColumn("row", F.lit("keys")))
        held = held.join(crowded.select("k"), "k", "left_anti").select("k", F.expr(f"code * {WEIGHT} + x % {WEIGHT}").alias("x"))
        postings = held.groupBy("k").agg(F.sort_array(F.collect_list("x")).alias("m")).where("size(m) > 1")
        width = BELOW_SEAT + max(1, (count.bit_length() + 7) // 8)
        packed = F.expr(f"unhex(array_join(transform(m, x -> lpad(hex(x div {WEIGHT}), {2 * width}, '0')), ''))")
        # No sum before the rows move: as they are, those of a list follow each other, and all but the first shrink to little.
        lists = (
            postings.select("m", packed.alias("codes"))
            .select(F.explode("m").alias("x"), "codes")
            .select(F.expr(f"x div {WEIGHT}").alias("code"), F.expr(f"x % {WEIGHT}").alias("w"), F.lit(width).alias("width"), "codes")
        )
        lists = lists.repartition(self.parts, F.expr(f"code div {SEAT}")).sortWithinPartitions("code")
        ranked = self.stage("rank", "rank", as_lines(lists), "seat BIGINT, across ARRAY<BIGINT>, within ARRAY<BIGINT>")

        first = self.ask("ask", ranked, seats, self.limits["firstAcross"], self.limits["firstWithin"])
        more = ranked.join(first.where("type = 'more'").select(F.col("asker").alias("seat")), "seat", "left_semi")
        rest = self.ask("ask-more", more, seats, None, None)
        return first.union(rest).where("type = 'pair'").select("a", "b").distinct()

    def ask(self, table, ranked, seats, across, within):
        def partners(side, name, most):
            column = F.col(name) if most is None else F.slice(name, 1, most)
            return ranked.select(F.col("seat").alias("asker"), F.lit(side).alias("side"), F.posexplode(column).alias("n", "seat"))

        asked = partners(0, "across", across).union(partners(1, "within", within))
        askers = ranked.select(
            F.col("seat").alias("asker"), F.lit(-1).alias("side"), F.lit(0).alias("n"), "seat", F.expr("array(size(across), size(within))").alias("most")
        )
        rows = asked.unionByName(askers, allowMissingColumns=True).join(seats.select("seat", "pos", "language", "story"), "seat")
        rows = rows.drop("seat").repartition(self.parts, "asker").sortWithinPartitions("asker", "side", "n")
        return self.stage(table, "ask", as_lines(rows), f"{PAIR}, asker BIGINT")

    def verify(self, pairs, articles):
        pairs = self.table("pairs", lambda: pairs.distinct())
        rows = self.with_sides(pairs, articles, ["language", "head", "body", "story"])
        return self.stage("links", "verify", as_lines(rows), "a BIGINT, b BIGINT, relation STRING, link STRING").drop("type")

    def components(self, edges):
        """The smallest place that is joined with each, by large and small stars (Kiveris et al., SoCC 2014)."""
        edges = self.table("edges-0", lambda: edges.select(F.greatest("a", "b").alias("a"), F.least("a", "b").alias("b")).distinct())
        seen = None
        for turn in range(1, 1 << 20):
            both = edges.union(edges.select("b", "a"))
            least = both.groupBy("a").agg(F.min("b").alias("m")).select("a", F.least("a", "m").alias("m"))
            large = both.join(least, "a").where("b > a").select(F.col("b").alias("a"), F.col("m").alias("b")).distinct()
            large = self.table(f"edges-{turn}-large", lambda: large)
            least = large.groupBy("a").agg(F.min("b").alias("m"))
            leaves = large.join(least, "a").where("b <> m").select(F.col("b").alias("a"), F.col("m").alias("b"))
            edges = self.table(f"edges-{turn}", lambda: leaves.union(least.select("a", F.col("m").alias("b"))).distinct())
            sign = edges.agg(F.count("*"), F.sum(F.xxhash64("a", "b").cast("decimal(38,0)"))).first()
            if sign == seen:
                return edges.select(F.col("a").alias("rep"), F.col("b").alias("component"))
            seen = sign

    def group(self, links, copies, articles, displaced):
        flags = self.options.flags
        by_event = any(flags[i : i + 2] == ["--group-by", "event"] for i in range(len(flags))) or "--group-by=event" in flags
        joining = links if by_event else links.where("relation <> 'related'")
        found = self.components(joining.select("a", "b"))
        roots = found.select(F.col("component").alias("rep")).distinct().select("rep", F.col("rep").alias("component"))
        linked = found.union(roots)
        several = copies.select("rep").distinct()
        of_text = linked.join(several, "rep", "full").select(
            "rep", F.coalesce("component", "rep").alias("component"), F.col("component").isNotNull().alias("linked")
        )
        of_text = self.table("components", lambda: of_text)
        places = copies.union(of_text.select("rep", "rep"))
        sides = self.only(articles.select("pos", "head", "story", "sketch"), places)
        members = places.join(of_text, "rep").join(sides, "pos").join(displaced, "pos", "left")
        for column in ["story", "sketch"]:
            members = members.withColumn(column, F.when(F.col("linked"), F.col(column)))
        rows = members.select(
            "component", F.to_json(F.struct("component", F.struct("pos", "rep", "head", "attempt", "story", "sketch").alias("article"))).alias("line")
        ).union(
            joining.join(of_text, joining["a"] == of_text["rep"]).select(
                "component", F.to_json(F.struct("component", "a", "b", "link")).alias("line")
            )
        )
        rows = rows.repartition(self.parts, "component").sortWithinPartitions("component").select("line")
        return self.stage(
            "grouping",
            "group",
            rows,
            "id STRING, `order` STRING, redundant BIGINT, line STRING, `group` STRING, first BIGINT, pos BIGINT,"
            " relation STRING, canonical BIGINT, canonicalId STRING, canonicalRep BIGINT",
        )

    def report(self, links, grouping, articles, displaced):
        groups = grouping.where("type = 'group'")
        members = grouping.where("type = 'member'")
        numbered = articles.select("pos", "head", "id", "language", "identity").join(displaced, "pos", "left")
        side = members.select("pos", "group", "canonical", "canonicalId", "canonicalRep")
        sides = numbered.select("pos", "head", "attempt").join(side, "pos", "left")
        shown = self.with_sides(
            links.where("relation = 'related'").select("a", "b", "link"), sides, [c for c in sides.columns if c != "pos"]
        )
        related = self.stage("related", "related", as_lines(shown), "`order` STRING, line STRING")

        plain = F.when(F.col("attempt").isNull(), F.col("identity")).alias("identity")
        taken = F.when(F.col("attempt").isNotNull(), F.col("head")).alias("head")
        rows = numbered.select("pos", plain, taken, "attempt").repartition(1).sortWithinPartitions("pos")
        digests = self.stage("digest", "digest", as_lines(rows.drop("pos")), "digest STRING, articles BIGINT")
        count = articles.count()
        digest = digests.where(F.col("articles") == count).first()["digest"]

        issues = self.issues[0]
        for some in self.issues[1:]:
            issues = issues.union(some)
        issues = self.table("issues", lambda: issues)
        parts = [
            self.spark.createDataFrame([("run", digest)], "row STRING, digest STRING"),
            numbered.select(F.lit("article").alias("row"), "pos", "head", "attempt"),
            groups.select(F.lit("group").alias("row"), "order", "line"),
            related.select(F.lit("related").alias("row"), "order", "line"),
            numbered.where("attempt is not null").select(F.lit("taken").alias("row"), "head", "attempt"),
            issues.withColumn("row", F.lit("issue")),
            *self.told,
        ]
        lines = as_lines(parts[0])
        for part in parts[1:]:
            lines = lines.union(as_lines(part))
        lines = lines.coalesce(self.parts)
        columns = "section INT, `order` STRING, line STRING, issueCode STRING"
        told = self.stage("lines", "report", lines, columns)
        codes = told.where("issueCode is not null").groupBy("issueCode").count().collect()
        total = groups.agg(F.count("*"), F.coalesce(F.sum("redundant"), F.lit(0))).first()
        summary = {
            "row": "end",
            "articles": count,
            "groups": total[0],
            "redundant": total[1],
            "languages": {language: n for language, n in articles.groupBy("language").count().collect()},
            "issues": {code: n for code, n in codes},
        }
        end = self.spark.createDataFrame([(json.dumps(summary),)], "line STRING")
        told = told.union(self.stage("end", "report", end, columns))

        out = self.options.output.rstrip("/")
        told.select("section", "order", "line").repartitionByRange(self.parts, "section", "order").sortWithinPartitions(
            "section", "order"
        ).select("line").write.mode("overwrite").text(f"{out}/report")
        articles.select("pos", "head").join(displaced, "pos", "left").join(
            members.select("pos", "group", "relation"), "pos", "left"
        ).write.mode("overwrite").parquet(f"{out}/articles")
        groups.select("id", "line").write.mode("overwrite").parquet(f"{out}/groups")
        links.write.mode("overwrite").parquet(f"{out}/links")
        issues.write.mode("overwrite").parquet(f"{out}/issues")
        print(json.dumps({key: summary[key] for key in ("articles", "groups", "redundant", "issues")}), file=sys.stderr)


ISSUE_ONLY = {column.split()[0] for column in ISSUE.split(", ")}


def plain_path(path):
    """A local file as Spark's tables of files name it."""
    return re.sub("^file:/+", "file:/", path)


def literal_path(path):
    """A path whose signs mean themselves where Spark expects a pattern."""
    return re.sub(r"([\\{}\[\]*?])", r"\\\1", path)


def as_lines(rows: DataFrame) -> DataFrame:
    return rows.select(F.to_json(F.struct("*")).alias("line"))


def changed(articles: DataFrame, again: DataFrame) -> DataFrame:
    return articles.join(again.select("pos"), "pos", "left_anti").select(*articles.columns).union(again.select(*articles.columns))


def arguments(words):
    parser = argparse.ArgumentParser(
        description="dedupe on Apache Spark: the same groups as on one machine.",
        epilog="What stands behind -- goes to every stage: the flags of dedupe stage (dedupe stage --help).",
    )
    parser.add_argument("paths", nargs="+", help="folders and files of any Hadoop file system")
    parser.add_argument("--output", required=True, help="folder of the report (NDJSON in parts) and its tables (Parquet)")
    parser.add_argument("--work", required=True, help="folder of the tables between the steps; a run that ended early goes on there")
    parser.add_argument("--program", default="node dedupe/bin/dedupe.js", help="how executors call dedupe (%(default)s)")
    parser.add_argument("--driver-program", help="how the driver does, where it is another")
    parser.add_argument("--partitions", type=int, default=200, help="tasks a step (%(default)s)")
    parser.add_argument("--split-above", type=int, default=16 << 20, metavar="BYTES", help="larger JSON Lines files are read in pieces")
    parser.add_argument("--split-bytes", type=int, default=16 << 20, metavar="BYTES", help="such pieces, and files a task")
    parser.add_argument("--max-file", type=int, default=1 << 30, metavar="BYTES", help="larger files of other formats are an issue")
    at = words.index("--") if "--" in words else len(words)
    options = parser.parse_args(words[:at])
    options.flags = words[at + 1 :]
    return options


def main(words):
    options = arguments(words)
    builder = (
        SparkSession.builder.appName("dedupe")
        .config("spark.sql.shuffle.partitions", options.partitions)
        .config("spark.sql.files.maxPartitionBytes", options.split_bytes)
    )
    given = SparkConf()
    for name, value in CONF.items():
        if not given.contains(name):
            builder = builder.config(name, value)
    spark = builder.getOrCreate()
    try:
        Job(spark, options).run()
    finally:
        spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
