"""The table, and the same as JSON."""

import json

HEADING = """Whole processes by the clock on the wall, except that the tree, the notebook, its rules and md4c's parse are timed inside
one by the processor's time, on one core, with the bytes in memory. Times are medians, ratios the medians of those of the
rounds; `cpu` is the ratio of the processors' time. Many files are 1,000. Where a program would take minutes, it is left out."""

def report(rows, machine, as_json):
  if as_json:
    print(json.dumps({"machine": machine, "results": rows}, indent=2))
    return
  print(f"{machine['cpu']}, {machine['cores']} cores, {machine['memoryBytes'] / 1e9:.0f} GB, {machine['system']}, "
        f"load {machine['load']:.1f}")
  print("; ".join(
    version if version.lower().startswith(name) else f"{name} {version}"
    for name, version in machine["versions"].items()))
  print(f"\n{HEADING}\n")
  heads = ["size", "kith", "against", "kith", "other", "ratio", "cpu", "at most"]
  lines = [[
    shown_size(row["size"]), row["work"], row["against"], *values(row), shown(row["ratio"]),
    shown(row.get("processorRatio")), limit(row)] for row in rows]
  widths = [max(len(line[column]) for line in [heads, *lines]) for column in range(len(heads))]
  for line in [heads, *lines]:
    cells = [cell.ljust(width) if column in (1, 2, 7) else cell.rjust(width)
             for column, (cell, width) in enumerate(zip(line, widths))]
    print("  ".join(cells).rstrip())
  print()
  for against, remark in {row["against"]: row["remark"] for row in rows if "remark" in row}.items():
    print(f"{against}: {remark}")
  missed = sum(row["missed"] for row in rows)
  print(f"limits: {sum(row['limit'] is not None for row in rows)}, missed: {missed}")


def shown_size(size):
  return f"{size} MB" if size >= 1 else "2 KB"


def values(row):
  if "seconds" in row:
    return [f"{row[key] * 1000:.1f} ms" for key in ("seconds", "againstSeconds")]
  return [f"{row[key] / 1e6:.1f} MB" for key in ("bytes", "againstBytes")]


def shown(ratio):
  return "" if ratio is None else f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}"


def limit(row):
  return "" if row["limit"] is None else f"{row['limit']}{' missed' if row['missed'] else ''}"
