"""Who is who in an article, with the real models."""

import pytest

pytestmark = pytest.mark.model


def names(doc):
    return {entity.name for entity in doc._.entities}


def test_one_person_under_all_names(nlp):
    doc = nlp("Президент принял Имангали Тасмагамбетова. Позже Тасмагамбетов встретился с журналистами.")
    people = [entity for entity in doc._.entities if entity.type == "person"]
    assert [(p.name, p.first_name, p.last_name) for p in people] == [
        ("Имангали Тасмагамбетов", "Имангали", "Тасмагамбетов")
    ]
    assert people[0].name_en == "Imangali Tasmagambetov"


def test_one_country_under_all_names(nlp):
    doc = nlp("Послы Белоруссии и Казахстана обсудили торговлю. Республика Беларусь увеличит поставки.")
    assert [e.name for e in doc._.entities if e.key == "country-by"] == ["Беларусь"]


def test_a_title_decides_between_a_man_and_a_woman(nlp):
    doc = nlp("— Витрины вернутся осенью, — сказала директор музея Малика Рахимова.")
    assert "Малика Рахимова" in names(doc)


@pytest.mark.parametrize(
    "text",
    [
        "Чабан угнал отару. Другого чабана видели на рассвете.",
        "Аким без партии\n\nВ Текели выбрали акима. У акима нет партии.",  # a first name too
    ],
)
def test_a_word_that_the_article_writes_small_is_no_person_at_the_head_of_a_sentence(nlp, text):
    doc = nlp(text)
    assert not [named for named in (*doc._.entities, *doc._.mentions) if named.type == "person" and named.name]
    assert not [m for m in doc._.mentions if m.type == "person" and m.kind == "name"]


def test_every_entity_has_a_mention_and_every_key_an_entity(nlp):
    doc = nlp("Глава МИД Армении Арсен Тер-Погосян прибыл в Минск. В МИД подтвердили визит А. Тер-Погосяна в Беларусь.")
    keys = {entity.key for entity in doc._.entities}
    assert keys == {mention.entity for mention in doc._.mentions if mention.entity}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Глава украинского МИД прибыл в Минск. В МИД России это подтвердили.", "Министерство иностранных дел Украины"),
        ("Ранее британский Минфин отказался платить.", "Министерство финансов Великобритании"),
        ("Американское министерство обороны возразило.", "Министерство обороны США"),
    ],
)
def test_the_adjective_of_a_state_says_whose_body_it_is(nlp, text, name):
    assert name in names(nlp("Новости дня\n\n" + text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Вчера банк «Аттика Меркур» закрыл фирме кредит.", "Аттика Меркур"),
        ("Подрядчик «Жетысу-Арна» провалил сроки.", "Жетысу-Арна"),
        ("Экологи из общества «Дала» просят не жечь холмы.", "Дала"),
        ("Экологи из «Далы» просят не жечь холмы.", "Дала"),
    ],
)
def test_behind_a_generic_word_the_quoted_name_is_a_nominative(nlp, text, name):
    assert name in names(nlp(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Молодожёны Кирилл и Дарья Носовы уехали в Тулу.", {"Кирилл Носов", "Дарья Носова"}),
        ("Уехали братья Артур и Давид Саакяны.", {"Артур Саакян", "Давид Саакян"}),
        (
            "Кузьма Антонович и Фаина Львовна Бондаревы отметили юбилей. Бондаревы живут в селе.",
            {"Кузьма Антонович Бондарев", "Фаина Львовна Бондарева"},
        ),
        ("Консул навестила сестёр Ольгу и Инну Самойловых.", {"Ольга Самойлова", "Инна Самойлова"}),
        ("Приехали Иван, Пётр и Сергей Орловы.", {"Иван Орлов", "Пётр Орлов", "Сергей Орлов"}),
        ("Он говорил с Петром Лужиным и Иваном Ивановым.", {"Петр Лужин", "Иван Иванов"}),
    ],
)
def test_a_surname_in_the_plural_is_that_of_everyone_named_before_it(nlp, text, expected):
    assert {e.name for e in nlp(text)._.entities if e.type == "person"} == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Президент Перу вернулся в Лиму. Конгресс примет закон на следующей неделе.", "Конгресс Перу"),
        ("Президент США вернулся в Вашингтон. Конгресс примет закон на следующей неделе.", "Конгресс США"),
        ("Спикер прилетел в Ташкент из Самарканда. Сенат примет закон Узбекистана.", "Сенат Олий Мажлиса"),
    ],
)
def test_a_parliament_is_that_of_the_country_told_of(nlp, text, name):
    assert name in names(nlp(text))


def test_a_body_that_some_states_have_is_no_other_states(nlp):
    text = "Следственный комитет возбудил дело. Турист погиб в Черногории. Черногория выразила сожаление."
    assert "Следственный комитет" in names(nlp(text))
    assert "Следственный комитет России" in names(nlp(text.replace("Черногори", "Росси")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Горит лес в Калужской, Тульской и Владимирской областях.",
            {"Калужская область", "Тульская область", "Владимирская область"},
        ),
        ("Помогут Пермскому и Краснодарскому краям.", {"Пермский край", "Краснодарский край"}),
    ],
)
def test_places_that_share_a_noun_are_named_with_it(nlp, text, expected):
    doc = nlp(text)
    assert names(doc) == expected
    assert all(entity.gazetteer for entity in doc._.entities)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Места уступили Сергею Орлову и Жану-Эрику Верню.", {"Сергей Орлов", "Жан-Эрик Вернь"}),
        ("Вышел фильм братьев Васильевых. Супружеская чета Фроловых катается на лыжах.", set()),
        ("Болельщики рады: #Istomin и #AusOpen в каждом сообщении.", set()),
    ],
)
def test_people_beside_others(nlp, text, expected):
    assert names(nlp(text)) == expected


def test_an_acronym_keeps_its_capitals_without_its_ending(nlp):
    assert "ВЦИК" in names(nlp("Он состоял членом комиссии ВЦИКа по делам печати."))
