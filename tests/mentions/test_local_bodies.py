"""Bodies of the place spoken of, numbered ones, bodies abroad, bodies with a person's name, agencies of datelines."""

import pytest

pytestmark = pytest.mark.model

BODIES = [
    ("Деньги выделило областное правительство.", "областное правительство"),
    ("Об этом сообщил краевой департамент образования.", "краевой департамент образования"),
    ("Проверку ведёт региональное управление ФСБ.", "региональное управление ФСБ"),
    ("Ремонт идёт в школе № 5.", "школе № 5"),
    ("Сгорела крыша родильного дома № 4.", "родильного дома № 4"),
    ("Его доставили в отдел полиции № 3.", "отдел полиции № 3"),
    ("Об этом сообщило посольство Чехии в Перу.", "посольство Чехии в Перу"),
    ("Выставку откроет музей Чайковского.", "музей Чайковского"),
    ("Об этом сообщила пресс-служба казахстанского МИД.", "пресс-служба казахстанского МИД"),
    ("ТОМСК, 8 апреля — Сибинфо. Мост закрыт.", "Сибинфо"),
]
NO_NAMES = [
    ("Ремонт идёт в доме № 4.", "доме № 4"),
    ("Об этом рассказала директор музея Лола Каримова.", "музея Лола Каримова"),
    ("Об этом рассказала сотрудница музея Амина Каримова.", "музея Амина Каримова"),
]


@pytest.mark.parametrize(("text", "name"), BODIES)
def test_is_a_body(nlp, text, name):
    found = [(m.text, m.type) for m in nlp("Новости дня\n\n" + text)._.mentions]
    assert (name, "organization") in found, found


@pytest.mark.parametrize(("text", "name"), NO_NAMES)
def test_is_no_name(nlp, text, name):
    bodies = [m.text for m in nlp("Новости дня\n\n" + text)._.mentions if m.type == "organization"]
    assert name not in bodies, bodies


@pytest.mark.parametrize(
    "text", ["Министерство культуры края закрыло дыру в смете.", "Об этом сообщил Минздрав региона."]
)
def test_a_regions_body_is_not_the_states(nlp, text):
    doc = nlp("Новости дня\n\n" + text + " Россия ждёт. В России ждут.")
    assert not [entity.name for entity in doc._.entities if entity.name.endswith(" России")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Центральный банк Ливии сменил главу. Центробанк молчит.", "Центральный банк Ливии"),
        ("БАКУ. Центробанк повысил ставку. В Азербайджане ждут.", "Центральный банк Азербайджана"),
        ("МОСКВА. ЦБ повысил ставку.", "Центральный банк России"),
        ("Центробанк повысил ставку.", "Центральный банк России"),
    ],
)
def test_a_central_bank_is_of_the_state_spoken_of(nlp, text, name):
    doc = nlp("Новости дня\n\n" + text)
    assert [entity.name for entity in doc._.entities if "банк" in entity.name] == [name]
