"""Practice and exam in a real browser."""

import pytest
from playwright.sync_api import Route, expect

from tests.quizapp.browser.conftest import Open
from tests.quizapp.browser.pages import begin, choose, generate, no_sideways_scrolling, submit


@pytest.mark.parametrize("width", [360, 1280])
def test_the_modes_are_there_at_once_with_what_the_chosen_one_means(
    open_page: Open, width: int
) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": width, "height": 740})
    generate(page)
    page.goto("/quizzes/1")
    expect(page.get_by_role("radio", name="Immediate")).to_be_checked()
    expect(page.get_by_text("The first answer counts.")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Start quiz")).to_be_in_viewport()
    page.get_by_text("Practice", exact=True).click()
    expect(page.get_by_text("a second try, for half the mark")).to_be_in_viewport()
    expect(page.get_by_text("The first answer counts.")).to_be_hidden()
    no_sideways_scrolling(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_practice_gives_a_second_try(open_page: Open, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    begin(page, "Practice")
    tried = choose(page, right=False)
    submit(page)
    expect(page.get_by_role("status")).to_contain_text("A second try")
    expect(page.get_by_role("radio", name=tried)).to_be_disabled()
    no_sideways_scrolling(page)
    choose(page, right=True)
    submit(page)
    expect(page.get_by_role("status")).to_contain_text("Right at the second try")
    no_sideways_scrolling(page)
    page.get_by_role("link", name="Next question").click()
    choose(page, right=False)
    submit(page)
    page.get_by_role("button", name="Show the answer instead").click()
    expect(page.get_by_role("status")).to_contain_text("Not right. The answer is")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_exam_can_be_changed_flagged_and_ended(begun: Open, scripts: bool) -> None:
    page = begun("exam", java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    choose(page, right=False)
    submit(page)
    expect(page.get_by_text("2 of 4")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Answer to question 1 stored.")
    chosen = choose(page, right=True)
    page.get_by_role("button", name="Flag").click()
    expect(page.get_by_role("button", name="Unflag")).to_be_focused()
    expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()
    no_sideways_scrolling(page)
    page.get_by_role("link", name="Question 1, answered").click()
    choose(page, right=True)
    submit(page)
    expect(page.get_by_text("3 of 4")).to_be_visible()
    page.get_by_role("link", name="Look it over and end the exam").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 questions still open")
    no_sideways_scrolling(page)
    page.get_by_role("button", name="End the exam").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2 of 4")


def test_two_tabs_of_an_exam_show_the_same_attempt(begun: Open) -> None:
    page = begun("exam")
    other = page.context.new_page()
    other.goto(page.url)
    submit_in = [(page, False), (other, True)]
    for tab, right in submit_in:
        chosen = choose(tab, right=right)
        submit(tab)
        expect(tab.get_by_text("2 of 4")).to_be_visible()
    other.get_by_role("link", name="Question 1").click()
    page.get_by_role("link", name="Question 1").click()
    expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()
    expect(other.get_by_role("radio", name=chosen, exact=True)).to_be_checked()


def test_two_tabs_of_an_immediate_attempt_keep_the_first_answer(begun: Open) -> None:
    page = begun("immediate")
    other = page.context.new_page()
    other.goto(page.url)
    choose(page, right=True)
    submit(page)
    choose(other, right=False)
    submit(other)
    expect(other.get_by_text("the first answer counts")).to_be_visible()
    expect(other.get_by_text("Right.", exact=False).first).to_be_visible()


def test_going_back_to_an_answered_question_changes_nothing(begun: Open) -> None:
    page = begun("immediate")
    choose(page, right=True)
    submit(page)
    page.get_by_role("link", name="Next question").click()
    expect(page.get_by_text("2 of 4")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("1 of 4")).to_be_visible()
    expect(page.get_by_text("Right.", exact=False).first).to_be_visible()
    page.go_back()
    if page.get_by_role("button", name="Submit answer").is_visible():
        choose(page, right=False)
        submit(page)
    expect(page.get_by_text("Right.", exact=False).first).to_be_visible()


def test_another_device_goes_on_exactly_there(begun: Open, open_page: Open) -> None:
    page = begun("exam")
    choose(page, right=True)
    submit(page)
    expect(page.get_by_text("2 of 4")).to_be_visible()
    page.get_by_role("link", name="Question 3").click()
    expect(page.get_by_text("3 of 4")).to_be_visible()
    order = page.locator(".option label").all_inner_texts()
    device = open_page(storage_state=page.context.storage_state())
    device.goto(page.url.partition("/questions/")[0])
    expect(device.get_by_text("2 of 4")).to_be_visible()
    device.get_by_role("link", name="Question 3").click()
    expect(device.locator(".option label")).to_have_text(order)


@pytest.mark.parametrize("scripts", [True, False])
def test_how_sure_one_was_is_charted(open_page: Open, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    begin(page, "Immediate", confidence=True)
    for _ in range(3):
        choose(page, right=True)
        sure = page.get_by_role("radio", name="Sure")
        sure.focus()
        sure.press(" ")
        expect(sure).to_be_checked()
        no_sideways_scrolling(page)
        submit(page)
        page.get_by_role("link", name="Next question").click()
    choose(page, right=False)
    submit(page)
    page.get_by_role("link", name="See results").click()
    expect(page.get_by_role("img", name="Share right at the first try")).to_be_visible()
    expect(page.get_by_text("You judge well what you know")).to_be_visible()
    expect(page.get_by_text("3 of 4").first).to_be_visible()
    no_sideways_scrolling(page)


def test_the_keys_flag_help_and_can_be_switched_off(begun: Open) -> None:
    page = begun("exam")
    page.wait_for_load_state()
    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Unflag")).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Keyboard")
    expect(help_).to_be_visible()
    page.keyboard.press("2")
    help_.get_by_role("checkbox", name="Use these keys").uncheck()
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()
    for key in ("2", "f", "?"):
        page.keyboard.press(key)
    expect(help_).to_be_hidden()
    assert page.get_by_role("radio", checked=True).count() == 0
    page.reload()
    page.keyboard.press("2")
    expect(page.get_by_role("button", name="Unflag")).to_be_visible()
    assert page.get_by_role("radio", checked=True).count() == 0
    page.get_by_role("button", name="Keyboard").click()
    help_.get_by_role("checkbox", name="Use these keys").check()
    help_.get_by_role("button", name="Close").click()
    page.keyboard.press("2")
    expect(page.get_by_role("radio").nth(1)).to_be_checked()


def test_a_key_chooses_as_a_click_does_and_enter_goes_on_behind_a_flag(begun: Open) -> None:
    page = begun("exam")
    stem = page.get_by_role("heading", level=1)
    expect(stem).to_be_focused()
    page.keyboard.press("2")
    expect(page.locator("[data-stored]")).to_have_text("Answer stored.")
    page.reload()
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    expect(stem).to_be_focused()
    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Unflag")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 of 4")).to_be_visible()
    expect(page.get_by_role("link", name="Question 1, answered, flagged")).to_be_visible()


def test_focus_goes_to_the_stem_and_after_a_mistake_to_the_options(begun: Open) -> None:
    page = begun("exam", java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.get_by_role("button", name="Submit answer").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Choose one of the answers first.")
    expect(page.get_by_role("radio").first).to_be_focused()


def test_focus_goes_to_what_can_still_be_chosen_at_a_second_try(begun: Open) -> None:
    page = begun("practice", java_script_enabled=False)
    page.get_by_role("radio").first.check(force=True)
    submit(page)
    if not page.get_by_text("A second try").is_visible():  # it was right; this one cannot be
        page.get_by_role("link", name="Next question").click()
        choose(page, right=False)
        submit(page)
    submit(page)
    expect(page.get_by_role("alert")).to_contain_text("Choose one of the answers first.")
    expect(page.get_by_role("radio", disabled=False).first).to_be_focused()


def test_a_question_can_be_reported(begun: Open) -> None:
    page = begun("immediate", viewport={"width": 360, "height": 740})
    choose(page, right=False)
    submit(page)
    page.get_by_role("link", name="Report this question").click()
    no_sideways_scrolling(page)
    page.get_by_label("Another option is right").check()
    page.get_by_role("button", name="Send report").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    page.get_by_role("link", name="Go on with the quiz").click()
    expect(page.get_by_text("2 of 4")).to_be_visible()


def test_an_exam_keeps_what_is_chosen_before_it_is_submitted(begun: Open) -> None:
    page = begun("exam")
    page.wait_for_load_state()
    chosen = choose(page, right=True)
    expect(page.get_by_role("status")).to_have_text("Answer stored.")
    page.get_by_role("link", name="Question 3").click()
    page.get_by_role("link", name="Question 1, answered").click()
    expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()


def test_a_choice_on_its_way_does_not_overtake_what_is_submitted(begun: Open) -> None:
    page = begun("exam")
    page.wait_for_load_state()
    arrived: list[str] = []

    def hold_the_first(route: Route) -> None:
        arrived.append(route.request.post_data or "")
        if len(arrived) == 1:
            page.wait_for_timeout(500)
        route.continue_()

    page.route("**/questions/1", hold_the_first)
    choose(page, right=False)
    chosen = choose(page, right=True)
    submit(page)
    expect(page.get_by_text("2 of 4")).to_be_visible()
    page.get_by_role("link", name="Question 1, answered").click()
    expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()
    assert len(arrived) >= 3


def test_the_verdict_is_in_sight_on_a_small_phone(begun: Open) -> None:
    page = begun("immediate", viewport={"width": 360, "height": 480})
    choose(page, right=False)
    submit(page)
    expect(page.get_by_role("link", name="Next question")).to_be_focused()
    expect(page.locator("#verdict")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("banner")).to_be_in_viewport(ratio=1)
