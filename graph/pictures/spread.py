"""Places on a line: as near as possible to where each wants to be, in the given order and never too close."""

from collections.abc import Sequence


def spread(
    wanted: Sequence[float],
    gaps: Sequence[float],
    weights: Sequence[float] | None = None,
    within: tuple[float, float] | None = None,
) -> list[float]:
    """The places nearest to the wanted ones (least squares) of which each is `gaps[i]` or more after the one before.

    With `within` they keep inside that range where it is wide enough, and overflow it to the right where it is not.

    Method: isotonic regression by pooling adjacent violators, after taking the gaps away.
    """
    offsets = [0.0]
    for gap in gaps[: max(len(wanted) - 1, 0)]:
        offsets.append(offsets[-1] + gap)
    targets = [want - offset for want, offset in zip(wanted, offsets, strict=False)]
    if within:
        low, high = within[0], max(within[0], within[1] - offsets[-1])
        targets = [min(max(target, low), high) for target in targets]
    pools: list[tuple[float, float, int]] = []
    for number, target in enumerate(targets):
        mean, weight, count = target, weights[number] if weights else 1.0, 1
        while pools and pools[-1][0] > mean:
            before, before_weight, before_count = pools.pop()
            mean = (before * before_weight + mean * weight) / (before_weight + weight)
            weight += before_weight
            count += before_count
        pools.append((mean, weight, count))
    means = [mean for mean, _, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=False)]
