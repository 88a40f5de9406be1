"""Charts of the claims and their verdicts; each takes a frame that ``claims.ledger`` made."""

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.chart import Chart, finish
from analysis.prose import fill

ARTICLES = {
    "sea": "Southeast Asia",
    "reach": "Global reach",
    "gems": "Hidden gems",
    "remake": "Remakes",
    "ai": "Generative AI",
}
VERDICTS = {  # fill, edge and colour of the number
    "supported": (style.INK, style.INK, style.PAPER),
    "partly supported": (style.GREY, style.GREY, style.INK),
    "contradicted": (style.ACCENT, style.ACCENT, style.PAPER),
    "not settled": (style.PAPER, style.MUTED, style.INK),
    "cannot be tested": (style.PAPER, style.PALE, style.MUTED),
}
ACROSS = 3  # squares side by side


@style.themed
def scoreboard(ledger: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw every claim as a square under its verdict, a row an article.

    Parameters
    ----------
    ledger : DataFrame
        From :func:`analysis.claims.ledger.ledger`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Squares with the claims' numbers.
    """
    data = ledger[["claim_id", "article", "verdict", "strength", "n"]].sort_values("claim_id")
    data = data.astype({"article": "object"})
    ax = style.canvas(ax, "tall", left=0.2, right=0.01)
    counts = data["verdict"].value_counts()
    cells = dict(iter(data.groupby(["article", "verdict"])))
    y, middles = 0.0, []
    for article in ARTICLES:
        deepest = 1
        for column, verdict in enumerate(VERDICTS):
            claims = cells.get((article, verdict))
            for place, claim in enumerate([] if claims is None else claims["claim_id"]):
                row, step = divmod(place, ACROSS)
                deepest = max(deepest, row + 1)
                _square(ax, column * (ACROSS + 0.7) + step, y - row, claim[-2:], verdict)
        middles.append(y - (deepest - 1) / 2)
        y -= deepest + 0.5
        ax.axhline(y + 0.75, color=style.GRID, linewidth=0.8)
    for column, verdict in enumerate(VERDICTS):
        head = f"{verdict.replace(' ', chr(10), 1)}\n{counts.get(verdict, 0)}"
        x = column * (ACROSS + 0.7) + (ACROSS - 1) / 2
        color = style.ACCENT if verdict == "contradicted" else style.INK
        ax.text(x, 0.7, head, ha="center", va="bottom", weight="bold", size=9, color=color)
    ax.set_yticks(middles, list(ARTICLES.values()), color=style.INK, size=10)
    ax.set_xticks([])
    ax.grid(visible=False)
    ax.spines["bottom"].set_visible(False)
    ax.set_xlim(-0.6, len(VERDICTS) * (ACROSS + 0.7) - 1.1)
    ax.set_ylim(y + 0.7, 0.6)
    words = {
        "n": len(data),
        **{name.replace(" ", "_"): int(counts.get(name, 0)) for name in VERDICTS},
    }
    return finish(
        ax,
        data,
        ledger,
        title=fill("{supported} of {n} claims are supported, {contradicted} contradicted", **words),
        subtitle="Claims of five articles on Korean cinema, by article and verdict",
        note=fill("Numbers: the claim within its article. n\u00a0=\u00a0{n}\u00a0claims.", **words),
        alt=fill(
            "Squares, one for each of {n} claims: {supported} supported, {partly_supported} partly "
            "supported, {contradicted} contradicted, {not_settled} not settled and "
            "{cannot_be_tested} that cannot be tested, in rows by article.",
            **words,
        ),
        below=0.05,
        above=0.62,
    )


def _square(ax: Axes, x: float, y: float, text: str, verdict: str) -> None:
    face, edge, ink = VERDICTS[verdict]
    ax.scatter(x, y, s=250, marker="s", color=face, edgecolors=edge, linewidth=1.2)
    ax.text(x, y, text, ha="center", va="center_baseline", color=ink, size=8.5)


@style.themed
def sensitivity(trials: pd.DataFrame, ax: Axes | None = None) -> Chart:
    """Draw, for each claim whose verdict moves at all, how many of its trials move it.

    Parameters
    ----------
    trials : DataFrame
        From :func:`analysis.claims.ledger.sensitivity`.
    ax : Axes, optional
        Where to draw; a new figure without it.

    Returns
    -------
    Chart
        Bars of trials, those with another verdict in the accent colour.
    """
    data = (
        trials.groupby(["claim_id", "was"], as_index=False)
        .agg(trials=("differs", "size"), moved=("differs", "sum"))
        .sort_values(["moved", "claim_id"], ascending=[True, False], ignore_index=True)
    )
    moved = data[data["moved"] > 0].reset_index(drop=True)
    ax = style.canvas(ax, "tall", left=0.36, right=0.06)
    ax.barh(moved.index, moved["trials"], color=style.PALE, height=0.7)
    ax.barh(moved.index, moved["moved"], color=style.ACCENT, height=0.7)
    for row in moved.itertuples():
        style.label(ax, row.trials + 0.1, row.Index, f"{row.moved} of {row.trials}", va="center")
    names = [f"{row.claim_id} ({row.was})" for row in moved.itertuples()]
    ax.set_yticks(moved.index, names, color=style.INK, size=9)
    ax.set_ylim(-0.6, max(len(moved), 1) - 0.4)
    ax.set_xlim(0, max(moved["trials"].max() if len(moved) else 1, 1) * 1.18)
    ax.grid(visible=False, axis="y")
    ax.xaxis.get_major_locator().set_params(integer=True)
    words = {
        "claims": len(data),
        "moved": len(moved),
        "trials": len(trials),
        "n": int(trials["differs"].sum()),
    }
    return finish(
        ax,
        data,
        trials,
        title=fill("{moved} of {claims} verdicts hang on a threshold or rough figures", **words),
        subtitle="Trials with another verdict (red) among all trials of a claim, by claim",
        note=fill(
            "Each threshold a quarter lower and higher, and once without rough figures. "
            "n\u00a0=\u00a0{trials}\u00a0trials.",
            **words,
        ),
        alt=fill(
            "Bars by claim: of {trials} trials with a moved threshold or without rough figures, "
            "{n} give another verdict, for {moved} of {claims} claims.",
            **words,
        ),
    )
