import threading

import pytest

from mlp_studio.core.control import Control


def _waits(control: Control) -> threading.Thread:
    thread = threading.Thread(target=control.wait_while_paused, daemon=True)
    thread.start()
    return thread


def _goes_on(thread: threading.Thread) -> bool:
    thread.join(5)
    return not thread.is_alive()


def test_a_run_goes_on_until_paused() -> None:
    control = Control()
    assert not control.paused
    assert not control.stopped
    control.wait_while_paused()


@pytest.mark.parametrize("how", ["resume", "stop", "one_epoch"])
def test_a_paused_run_is_let_go(how: str) -> None:
    control = Control()
    control.pause()
    assert control.paused
    thread = _waits(control)
    assert thread.is_alive()
    getattr(control, how)()
    assert _goes_on(thread)
    assert control.stopped == (how == "stop")


def test_one_epoch_ends_in_a_pause() -> None:
    control = Control()
    control.pause()
    control.one_epoch()
    assert not control.paused
    control.epoch_ended()
    assert control.paused
    control.resume()
    control.epoch_ended()
    assert not control.paused


def test_resuming_takes_one_epoch_back() -> None:
    control = Control()
    control.one_epoch()
    control.resume()
    control.epoch_ended()
    assert not control.paused


@pytest.mark.parametrize("late", ["pause", "epoch_ended"])
def test_nothing_holds_a_run_which_must_stop(late: str) -> None:
    control = Control()
    control.one_epoch()
    control.stop()
    getattr(control, late)()
    assert control.stopped
    assert _goes_on(_waits(control))


def test_a_new_learning_rate_is_taken_once() -> None:
    control = Control()
    assert control.take_learning_rate() is None
    control.set_learning_rate(0.1)
    control.set_learning_rate(0.2)
    assert control.take_learning_rate() == 0.2
    assert control.take_learning_rate() is None
