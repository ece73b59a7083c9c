"""The sentences hold for curves recorded from real runs, and for the clear cases."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlp_studio.analysis.reading import best_epoch, read_curves

# Recorded from this program: spirals of six arms, Dense 128-128-6 unless said otherwise.
RECORDED = {
    # Adam 0.0005
    "still_improving": """
        loss 1.693 1.553 1.47 1.422 1.382 1.341 1.294 1.242 1.181 1.115 1.042 0.9688 0.893
        0.8182 0.7512 0.6891 0.631 0.5781 0.5283 0.485
        val_loss 1.606 1.496 1.435 1.391 1.35 1.305 1.256 1.2 1.136 1.069 0.994 0.9197 0.846
        0.7763 0.713 0.6566 0.6003 0.5497 0.5065 0.4657
        accuracy 0.2469 0.2667 0.2687 0.2745 0.2771 0.2755 0.2755 0.2922 0.351 0.4813 0.575
        0.6969 0.738 0.7979 0.8349 0.8698 0.8844 0.9026 0.9208 0.9307
        val_accuracy 0.2604 0.2646 0.2667 0.2708 0.275 0.2771 0.2688 0.3417 0.4375 0.5604 0.6604
        0.6792 0.7833 0.8188 0.8646 0.8646 0.8979 0.9146 0.9188 0.9229
    """,
    # Adam 0.003, rate reduced on plateaus
    "levelled_off": """
        loss 1.513 1.298 1.038 0.6855 0.4304 0.2677 0.1837 0.1289 0.09682 0.07673 0.0591 0.04849
        0.03884 0.03321 0.0266 0.02463 0.02502 0.02376 0.01832 0.01453 0.01136 0.01072 0.009651
        0.008446 0.007728 0.006687 0.006489 0.005836 0.005673 0.004637 0.004672 0.004523 0.00366
        0.003461 0.00338 0.003103 0.00309 0.002781 0.002489 0.002393 0.002382 0.002119 0.00202
        0.001964 0.001916 0.001714 0.001652 0.001579 0.001532 0.001523 0.00147 0.001317 0.001259
        0.001245 0.001231 0.001213 0.00121 0.001209 0.001206 0.001202
        val_loss 1.368 1.167 0.8432 0.5233 0.3262 0.2136 0.1634 0.114 0.09753 0.07484 0.05799
        0.04513 0.03795 0.03237 0.02836 0.04446 0.0243 0.02408 0.01855 0.0148 0.01507 0.01507
        0.01278 0.0108 0.01052 0.00892 0.008797 0.0145 0.008926 0.007206 0.007392 0.005534
        0.00644 0.005257 0.004983 0.004838 0.004529 0.004254 0.004061 0.004384 0.00462 0.003741
        0.003519 0.003067 0.002963 0.003365 0.002788 0.003379 0.002819 0.002915 0.002705
        0.002943 0.002835 0.002758 0.002813 0.002827 0.00279 0.002794 0.002797 0.002799
        accuracy 0.2714 0.3146 0.5677 0.8286 0.9083 0.9552 0.974 0.987 0.9906 0.9948 0.9969
        0.9979 0.9979 0.999 0.999 0.999 0.9969 0.9974 0.999 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1
        1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1
        val_accuracy 0.2583 0.4271 0.7521 0.8729 0.9375 0.9625 0.9688 0.9813 0.9917 0.9938
        0.9938 1 0.9979 0.9979 0.9979 0.9896 0.9958 0.9979 0.9979 1 0.9958 0.9979 0.9979 0.9979
        0.9979 0.9979 1 0.9979 0.9979 0.9979 0.9979 1 0.9979 1 1 1 1 1 1 1 0.9979 1 1 1 1 1 1 1
        1 1 1 1 1 1 1 1 1 1 1 1
    """,
    # 168 noisy examples, Adam 0.003
    "overfitting": """
        loss 1.475 0.8894 0.5576 0.4306 0.3765 0.3468 0.3598 0.3683 0.326 0.3157 0.3205 0.3461
        0.2983 0.2864 0.2717 0.2633 0.2685 0.276 0.323 0.2883 0.2558 0.2973 0.2548 0.2718 0.2506
        0.2579 0.2441 0.2501 0.2231 0.207 0.2083 0.2219 0.2197 0.2252 0.2171 0.2337 0.1937
        0.2745 0.2746 0.2584 0.2319 0.2151 0.1927 0.2099 0.2028 0.2091 0.2558 0.2263 0.1818
        0.1823 0.1958 0.1812 0.1969 0.176 0.1909 0.1755 0.1725 0.1758 0.1867 0.1718
        val_loss 1.063 0.5754 0.3985 0.3638 0.3021 0.2992 0.3342 0.2913 0.3094 0.3092 0.2856
        0.2746 0.2948 0.319 0.2843 0.2952 0.2862 0.2869 0.336 0.2462 0.3513 0.2722 0.26 0.3892
        0.2802 0.3212 0.3303 0.2774 0.3629 0.2862 0.3087 0.3452 0.3145 0.3313 0.2877 0.3531
        0.3499 0.3457 0.3449 0.3258 0.3325 0.3476 0.3632 0.2795 0.435 0.2823 0.3164 0.3606
        0.3937 0.3677 0.33 0.3743 0.3271 0.4075 0.3722 0.4595 0.3507 0.4181 0.398 0.3852
        accuracy 0.6667 0.7798 0.8036 0.8095 0.8214 0.8274 0.8571 0.8333 0.8631 0.8452 0.8393
        0.8274 0.8571 0.869 0.9048 0.881 0.9107 0.8512 0.8571 0.8631 0.875 0.8333 0.8929 0.881
        0.8929 0.8869 0.8988 0.881 0.8988 0.9107 0.9226 0.9048 0.9048 0.9286 0.8988 0.9226
        0.9226 0.881 0.8929 0.9107 0.9107 0.9048 0.9167 0.9345 0.8869 0.9167 0.9048 0.8929
        0.9345 0.9286 0.9167 0.9226 0.9286 0.9524 0.9048 0.9464 0.9464 0.9107 0.9107 0.9524
        val_accuracy 0.8472 0.8472 0.8472 0.8333 0.8611 0.875 0.9028 0.8889 0.8889 0.9028 0.875
        0.9167 0.875 0.9306 0.9167 0.9444 0.9444 0.8889 0.9028 0.875 0.8889 0.9306 0.9306 0.875
        0.9167 0.9167 0.9028 0.9167 0.8889 0.9167 0.9306 0.9028 0.9028 0.9444 0.9167 0.9167
        0.9167 0.9167 0.9028 0.9028 0.9306 0.9306 0.9028 0.9306 0.9028 0.9167 0.9167 0.9167
        0.9167 0.9028 0.9028 0.9167 0.9167 0.9306 0.9167 0.9028 0.9167 0.9306 0.9167 0.9167
    """,
    # two hidden units, Adam 0.01
    "underfitting": """
        loss 1.71 1.653 1.631 1.616 1.603 1.591 1.58 1.572 1.567 1.564 1.56 1.557 1.555 1.554
        1.551 1.551 1.549 1.549 1.546 1.546 1.543 1.542 1.542 1.539 1.538 1.533 1.53 1.528 1.524
        1.52 1.516 1.513 1.508 1.506 1.504 1.503 1.502 1.501 1.5 1.5
        val_loss 1.667 1.637 1.618 1.602 1.589 1.576 1.568 1.56 1.555 1.554 1.548 1.547 1.543
        1.541 1.54 1.539 1.539 1.538 1.537 1.539 1.539 1.539 1.538 1.536 1.535 1.531 1.526 1.522
        1.518 1.513 1.506 1.499 1.497 1.493 1.49 1.488 1.487 1.487 1.484 1.487
        accuracy 0.2 0.2375 0.2385 0.238 0.2469 0.2323 0.2359 0.238 0.2672 0.2734 0.2526 0.2771
        0.2568 0.2932 0.249 0.2667 0.2641 0.251 0.2833 0.25 0.2698 0.2724 0.2484 0.2807 0.2594
        0.2812 0.288 0.287 0.288 0.2969 0.2885 0.2984 0.3026 0.3276 0.3026 0.3026 0.3156 0.3187
        0.3063 0.3125
        val_accuracy 0.2375 0.2646 0.2646 0.2667 0.2708 0.2833 0.2292 0.2812 0.2729 0.2979
        0.2708 0.3333 0.2833 0.2729 0.2625 0.2792 0.3083 0.2792 0.3063 0.3021 0.2917 0.2854
        0.2792 0.2812 0.2792 0.2792 0.2729 0.2708 0.2792 0.2792 0.2833 0.2979 0.2917 0.2938
        0.2938 0.3 0.3063 0.3042 0.3083 0.3083
    """,
    # Adam 0.3
    "rate_too_high": """
        loss 6.355 0.828 0.6402 0.7284 0.7004 0.6701 0.6432 0.7052 0.6642 0.8735 1.015 0.7781
        0.8467 0.4738 0.6247 1.062 0.4582 0.2407 0.2254 0.1405 0.2808 0.3312 0.4106 0.3307
        0.4996 0.619 0.796 0.7104 0.7257 0.5477
        val_loss 0.8542 0.4465 0.3569 0.9209 0.5021 0.7933 0.4182 0.4681 0.4937 0.9071 0.849
        0.6769 0.6121 0.2791 1.207 0.6346 0.2895 0.1859 0.2681 0.2545 0.4134 0.3394 0.6423
        0.2612 0.5012 1.03 0.2941 1.189 0.6637 0.3281
        accuracy 0.4068 0.6828 0.7589 0.8161 0.7714 0.7932 0.8109 0.7943 0.8026 0.7297 0.6172
        0.7224 0.7417 0.838 0.8474 0.6661 0.8349 0.9224 0.9396 0.9578 0.9161 0.9083 0.887 0.9245
        0.8964 0.8151 0.7979 0.7672 0.7188 0.8328
        val_accuracy 0.6354 0.8604 0.8292 0.7042 0.7729 0.7333 0.8375 0.8208 0.7729 0.7146
        0.6583 0.7792 0.7146 0.9104 0.7104 0.7333 0.8958 0.9417 0.9063 0.9396 0.8458 0.9292
        0.8396 0.9417 0.8542 0.725 0.8771 0.6813 0.7833 0.8813
    """,
    # SGD 0.8 with momentum 0.9
    "sgd_too_high": """
        loss 1.455 1.438 1.817 1.813 1.782 1.599 2.833 1.783 1.736 1.776 1.828 1.817 1.831 1.821
        1.822 1.815 1.827 1.819 1.819 1.832 1.83 1.832 1.811 1.818 1.817 1.823 1.81 1.816 1.825
        1.822
        val_loss 1.582 1.311 3.508 1.773 1.783 1.445 1.778 1.735 1.678 1.813 1.814 1.822 1.807
        1.827 1.802 1.808 1.819 1.835 1.81 1.84 1.818 1.799 1.829 1.808 1.861 1.81 1.808 1.811
        1.873 1.811
        accuracy 0.3776 0.5057 0.4167 0.3458 0.2365 0.3078 0.25 0.2021 0.1974 0.2026 0.1562
        0.1729 0.1536 0.1776 0.1651 0.1682 0.1589 0.1724 0.151 0.163 0.151 0.1625 0.1656 0.1531
        0.1531 0.1677 0.1651 0.175 0.1839 0.1677
        val_accuracy 0.4771 0.4417 0.3938 0.225 0.2146 0.3208 0.2 0.1979 0.2063 0.1667 0.1667
        0.1667 0.1667 0.1667 0.1667 0.1667 0.1667 0.1667 0.1667 0.1667 0.1667 0.1667 0.1667
        0.1667 0.1667 0.1667 0.1667 0.1667 0.1667 0.1667
    """,
}


def history(name: str, epochs: int | None = None) -> list[dict[str, float]]:
    columns: dict[str, list[float]] = {}
    for word in RECORDED[name].split():
        if word[0].isalpha():
            numbers = columns.setdefault(word, [])
        else:
            numbers.append(float(word))
    rows = zip(*columns.values(), strict=True)
    return [dict(zip(columns, row, strict=True)) for row in rows][:epochs]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("still_improving", "Validation follows training closely: no sign of overfitting. Both st"),
        ("levelled_off", "Validation follows training closely: no sign of overfitting. Both ha"),
        ("overfitting", "Overfitting since epoch 20: "),
        ("underfitting", "Neither curve gets far: underfitting."),
        ("rate_too_high", "The training loss is rising: the learning rate is too high."),
        ("sgd_too_high", "The training loss is rising: the learning rate is too high."),
    ],
)
def test_recorded_histories_are_read_as_a_teacher_would(name: str, begins: str) -> None:
    assert str(read_curves(history(name))).startswith(begins)


def test_nothing_is_claimed_before_there_is_enough() -> None:
    assert str(read_curves([])) == "Not trained yet."
    assert str(read_curves(history("overfitting", 3))).startswith("Too early to tell")


def test_the_epoch_since_which_it_overfits_is_the_best_one() -> None:
    logs = history("overfitting")
    best = best_epoch(logs)
    assert best is not None
    assert dict(read_curves(logs).params)["epoch"] == best + 1
    assert min(row["val_loss"] for row in logs) == logs[best]["val_loss"]


def test_a_healthy_run_is_not_called_overfitting_at_any_epoch() -> None:
    for name in ("still_improving", "levelled_off"):
        logs = history(name)
        for epochs in range(1, len(logs) + 1):
            assert "verfitting since" not in str(read_curves(logs[:epochs]))


def test_a_jumping_loss_is_told_from_a_rising_one() -> None:
    logs = [{"loss": 1.0 + 0.4 * (-1) ** k, "val_loss": 1.0} for k in range(20)]
    assert "jumps up and down" in str(read_curves(logs))
    rising = [{"loss": 1.0 + 0.2 * k, "val_loss": 1.0 + 0.2 * k} for k in range(10)]
    assert "is rising" in str(read_curves(rising))


def test_a_loss_that_is_no_number_is_told_first() -> None:
    logs = [*history("still_improving"), {"loss": math.nan, "val_loss": math.nan}]
    assert "no longer a number" in str(read_curves(logs))


def test_a_wide_gap_is_named_even_where_validation_does_not_rise() -> None:
    logs = [
        {"loss": 0.9**k, "val_loss": 0.5 + 0.5 * 0.7**k, "accuracy": 0.99, "val_accuracy": 0.85}
        for k in range(30)
    ]
    assert "lags behind" in str(read_curves(logs))


def test_without_validation_only_training_is_spoken_of() -> None:
    falling = [{"loss": 0.9**k} for k in range(20)]
    assert str(read_curves(falling)) == "Training is still improving: more epochs may help."
    flat = [{"loss": 0.1 + 0.5**k} for k in range(30)]
    assert str(read_curves(flat)) == "Training has levelled off."


def test_best_epoch_goes_by_the_monitor_and_takes_the_first_of_equals() -> None:
    logs = [
        {"val_loss": 0.5, "val_accuracy": 0.7},
        {"val_loss": 0.3, "val_accuracy": 0.9},
        {"val_loss": 0.4, "val_accuracy": 0.9},
        {"val_loss": 0.3, "val_accuracy": 0.8},
    ]
    assert best_epoch(logs, "val_loss") == 1
    assert best_epoch(logs, "val_accuracy") == 1
    assert best_epoch(logs, "val_mae") is None
    assert best_epoch([], "val_loss") is None


@given(st.lists(st.floats(1e-6, 1e6), min_size=1, max_size=40))
def test_any_history_has_a_reading_and_its_unit_does_not_matter(losses: list[float]) -> None:
    def logs(factor: float) -> list[dict[str, float]]:
        pairs = zip(losses, [*losses[1:], losses[0]], strict=True)
        return [{"loss": a * factor, "val_loss": b * factor} for a, b in pairs]

    assert str(read_curves(logs(1.0)))
    assert read_curves(logs(1024.0)) == read_curves(logs(1.0))  # a power of two rounds nothing
