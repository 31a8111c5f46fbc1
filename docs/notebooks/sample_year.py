# ---
# jupyter:
#   jupytext:
#     text_representation:
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     name: python3
# ---

# %% [markdown]
# # A year of self-evaluations in ten minutes
# Run `hedui run data/raw/2021 --out data/parsed` first. Nothing but plain Parquet is needed to read the dataset;
# `current` is resolved once, so that a run that writes meanwhile does not disturb.

# %%
import os
from pathlib import Path

import duckdb
import matplotlib.pyplot as plt
import pandas as pd

plt.rcParams["font.sans-serif"] = ["Noto Sans CJK SC", "Noto Sans CJK JP", "Microsoft YaHei", "PingFang SC"]
data = Path(os.environ.get("HEDUI_DATA", "data/parsed")) / "current"
snapshot = data.resolve()


def table(name: str) -> pd.DataFrame:
    """A table of the dataset; decimals become floats for plotting."""
    frame = pd.read_parquet(snapshot / name)
    for column in frame.columns:
        if column.endswith(("_yuan", "_points", "_percent")):
            frame[column] = frame[column].astype(float)
    return frame


submissions, forms, indicators, funds = (table(n) for n in ("submissions", "forms", "indicators", "funds"))
findings, sections = table("findings"), table("sections")

# %% [markdown]
# ## Completeness: who sent which form

# %%
complete = forms.pivot_table(
    index="submission_id", columns="form_kind", values="form_id", aggfunc="count", fill_value=0
)
complete = submissions.set_index("submission_id")[["unit_name", "fiscal_year"]].join(complete)
complete

# %% [markdown]
# ## Execution: where money was not spent

# %%
rows = table("summary_rows").query("not is_total").dropna(subset=["budget_yuan"])
rows["rate"] = rows.executed_yuan / rows.budget_yuan * 100
execution = rows.sort_values("rate")[["unit_name", "budget_yuan", "executed_yuan", "rate"]]
execution.plot.barh(x="unit_name", y="rate", legend=False)
execution

# %% [markdown]
# ## Scores against achievement

# %%
numeric = indicators.dropna(subset=["target_value", "actual_value", "weight_points", "score_points"]).copy()
numeric = numeric[numeric.target_value.astype(float) > 0]
numeric["achieved"] = numeric.actual_value.astype(float) / numeric.target_value.astype(float) * 100
numeric["given"] = numeric.score_points / numeric.weight_points * 100
numeric.plot.scatter(x="achieved", y="given")
numeric[["level3", "target_text", "actual_text", "achieved", "given"]].sort_values("given").head(10)

# %% [markdown]
# ## Who deducts for what

# %%
indicators["lost"] = indicators.weight_points - indicators.score_points
deducted = indicators[indicators.lost > 0].merge(forms[["form_id", "unit_name"]], on="form_id")
deducted[["unit_name", "level2", "level3", "lost", "reason_text"]].sort_values("lost", ascending=False)

# %% [markdown]
# ## Similarity: problems that units describe in the same words

# %%
problems = sections[sections.key == "problems"].merge(forms[["form_id", "unit_name"]], on="form_id")


def shingles(text: str) -> set[str]:
    """Character triples."""
    return {text[i : i + 3] for i in range(len(text) - 2)}


pairs = [
    (
        a.unit_name,
        b.unit_name,
        len(shingles(a.text) & shingles(b.text)) / max(1, len(shingles(a.text) | shingles(b.text))),
    )
    for i, a in problems.iterrows()
    for j, b in problems.iterrows()
    if i < j and a.text and b.text
]
similar = pd.DataFrame(pairs, columns=["one", "other", "similarity"]).sort_values(
    "similarity", ascending=False
)
similar.head()

# %% [markdown]
# ## The same with SQL

# %%
grave = duckdb.sql(f"""
    select unit_name, rule_id, message from read_parquet('{snapshot.as_posix()}/findings/**/*.parquet')
    where result = 'fail' and severity in ('严重', '重要') and subsumed_by is null order by severity, unit_name
""").df()
grave
