"""Names in sentences of pages that are not about partners, construction by construction."""

from __future__ import annotations

import pytest

from partnerkg.extract.mentions import extract


def named(sentence: str) -> list[str]:
    return [mention.name for mention in extract(sentence)]


SENTENCES = {
    "a preposition that goes on from the first name": (
        "Ce projet a reçu le soutien de la Fondation Ormeau et du Crédit Coopératif.",
        ["Fondation Ormeau", "Crédit Coopératif"],
    ),
    "thanks to one and to others": (
        "Merci à la boulangerie Faure, à la Maison Aubry et aux Caves Morel.",
        ["boulangerie Faure", "Maison Aubry", "Caves Morel"],
    ),
    "a town that is an article elsewhere": (
        "Le salon a le soutien de la Ville de Die et du Département de la Drôme.",
        ["Ville de Die", "Département de la Drôme"],
    ),
    "what is lent": (
        "La Ville de Nantes met à notre disposition ses salles.",
        ["Ville de Nantes"],
    ),
    "an apposition": (
        "Le centre culturel Aragon, partenaire de toujours, ouvre ses portes.",
        ["centre culturel Aragon"],
    ),
    "a verb at the end of a German sentence": (
        "Das Projekt wird vom Bundesministerium für Bildung und Forschung sowie der Ulmer Stiftung unterstützt.",
        ["Bundesministerium für Bildung und Forschung", "Ulmer Stiftung"],
    ),
    "those who go together with others": (
        "The Elm Theatre hosts our workshops.",
        ["Elm Theatre"],
    ),
    "two, where several are told": (
        "Nos partenaires sont la Caisse d'Épargne Bretagne et Armorine.",
        ["Caisse d'Épargne Bretagne", "Armorine"],
    ),
    "Catalan": (
        "Amb el suport de l'Ajuntament de Girona i de la Diputació de Girona.",
        ["Ajuntament de Girona", "Diputació de Girona"],
    ),
    "Portuguese": (
        "O festival tem o apoio da Câmara Municipal de Óbidos e da Fundação Olmo.",
        ["Câmara Municipal de Óbidos", "Fundação Olmo"],
    ),
    "Spanish subjects": (
        "Colaboran con nosotros la librería Diagonal y el IES Machado.",
        ["librería Diagonal", "IES Machado"],
    ),
    "a Dutch and": (
        "Dit werd mogelijk gemaakt door de Gemeente Utrecht en Stichting De Iep.",
        ["Gemeente Utrecht", "Stichting De Iep"],
    ),
    "a town in brackets": (
        "The reading trail is run with the Elm Library (Leeds) and Oakfield School.",
        ["Elm Library", "Oakfield School"],
    ),
    "a verb in the passive": (
        "Le budget du projet est principalement assuré par la Mairie de Lormont et la CAF de Gironde.",
        ["Mairie de Lormont", "CAF de Gironde"],
    ),
    "subjects": (
        "La Région Bretagne et la Ville de Brest soutiennent le festival depuis dix ans.",
        ["Région Bretagne", "Ville de Brest"],
    ),
    "a giver": ("Le Conseil départemental du Jura nous accorde une aide annuelle.", ["Conseil départemental du Jura"]),
    "what is given": (
        "Le festival a obtenu une subvention de la Région Grand Est et un financement de la Fondation SNCF.",
        ["Région Grand Est", "Fondation SNCF"],
    ),
    "those who took part": (
        "La bibliothèque de Wimereux, le collège Pilâtre-de-Rozier et l’EHPAD Les Oyats ont participé au projet.",
        ["bibliothèque de Wimereux", "collège Pilâtre-de-Rozier", "EHPAD Les Oyats"],
    ),
    "members of a collective": (
        "Le festival est porté par un collectif qui compte la Ligue des droits de l’Homme, Emmaüs Arras et Oxfam.",
        ["Ligue des droits de l’Homme", "Emmaüs Arras", "Oxfam"],
    ),
    "brackets behind all of them": (
        "Nous remercions nos financeurs (ADEME, Fondation Abbé Pierre, Ville de Lens) pour leur confiance.",
        ["ADEME", "Fondation Abbé Pierre", "Ville de Lens"],
    ),
    "two cues": (
        "L’exposition, réalisée en partenariat avec le Musée d’art de Toulon et le soutien de la DRAC PACA, ouvre.",
        ["Musée d’art de Toulon", "DRAC PACA"],
    ),
    "a purpose in brackets": (
        "Avec l’appui de l’ACAT (Action des chrétiens pour l’abolition de la torture) et du Cinéma Rex.",
        ["ACAT", "Cinéma Rex"],
    ),
    "a purpose before letters": (
        "La lettre est rédigée par l’Agence Normandie pour le livre et la lecture (ANLL), dans ce cadre.",
        ["Agence Normandie pour le livre et la lecture"],
    ),
    "examples": (
        "Nous collaborons avec des structures telles que la Mission locale de Lens, le CCAS de Liévin et le SPIP.",
        ["Mission locale de Lens", "CCAS de Liévin", "SPIP"],
    ),
    "two sides": (
        "Né d’une collaboration entre la compagnie Rhizome et le Théâtre des Doms, ce spectacle tourne encore.",
        ["compagnie Rhizome", "Théâtre des Doms"],
    ),
    "an article with each": (
        "L’École des Tilleuls et la Polyvalente du Lac ont pris part à l’initiative.",
        ["École des Tilleuls", "Polyvalente du Lac"],
    ),
    "a name that begins with an article": (
        "Impossible sans l’aide du Crédit Mutuel, de la librairie Develay et de L’Antre des Bulles.",
        ["Crédit Mutuel", "librairie Develay", "L’Antre des Bulles"],
    ),
    "what a name deals with": (
        "Un prix soutenu par la DRAC Corse et coordonné par l’Agence Livre et Lecture.",
        ["DRAC Corse", "Agence Livre et Lecture"],
    ),
    "plurals inside a name": (
        "Ce salon est organisé avec le Comité des Foires et Salons de Dole et la Ville de Dole.",
        ["Comité des Foires et Salons de Dole", "Ville de Dole"],
    ),
    "its director": (
        "Le festival remercie la Maison d’arrêt de Douai et son directeur pour leur accueil.",
        ["Maison d’arrêt de Douai"],
    ),
    "membership": (
        "Notre association fait partie du Réseau des acteurs du livre de Lorraine.",
        ["Réseau des acteurs du livre de Lorraine"],
    ),
    "funding from": ("The festival receives funding from Arts Council Wales to run its workshops.", ["Arts Council Wales"]),
    "support from": (
        "This, coupled with continued support from Leeds City Council, the University of Leeds and the Queens Hotel, helps.",
        ["Leeds City Council", "University of Leeds", "Queens Hotel"],
    ),
    "such as": (
        "We receive investment from funders such as Youth Music and Comic Relief which allow us to run our programmes.",
        ["Youth Music", "Comic Relief"],
    ),
    "a name that goes on with for": (
        "Our partners include the National Library for the Blind, RNIB and the Institute for Cultural Practices.",
        ["National Library for the Blind", "RNIB", "Institute for Cultural Practices"],
    ),
    "other trusts": (
        "Funding has been received from the Elmgrant Trust, the National Foundation for Youth & Music and other trusts.",
        ["Elmgrant Trust", "National Foundation for Youth & Music"],
    ),
    "led by": (
        "The workshops are delivered by Book Trust and led by the National Literacy Trust.",
        ["Book Trust", "National Literacy Trust"],
    ),
    "sponsors behind a colon": (
        "With thanks to our sponsors: Acme Books, Barnsley Building Society and The Deli at 6th & Main.",
        ["Acme Books", "Barnsley Building Society", "The Deli at 6th & Main"],
    ),
    "givers in English": (
        "The Jan Michalski Foundation and the Francis Arts Trust have awarded £5,000 to our residencies.",
        ["Jan Michalski Foundation", "Francis Arts Trust"],
    ),
    "a body behind the person it sends": (
        "La journée était animée par Anne Dupont (bibliothèque de Vire) et Marc Petit (Université de Caen).",
        ["bibliothèque de Vire", "Université de Caen"],
    ),
    "people of a body, and by another": (
        "Les lectures sont assurées par les bénévoles de l’association Mots d’ici et par la médiathèque de Guînes.",
        ["Mots d’ici", "médiathèque de Guînes"],
    ),
    "to each": (
        "Merci à la Biocoop de Dole, au Crédit Agricole et à l’imprimerie Chirat pour leur générosité.",
        ["Biocoop de Dole", "Crédit Agricole", "imprimerie Chirat"],
    ),
    "a purpose that is a part of the name": (
        "La Fondation Noria pour la lecture finance le projet à hauteur de 5 000 €.",
        ["Fondation Noria pour la lecture"],
    ),
    "a ministry and another": (
        "Avec le soutien du ministère de l’Agriculture, de l’Agroalimentaire et de la Forêt, et du CNC.",
        ["ministère de l’Agriculture, de l’Agroalimentaire et de la Forêt", "CNC"],
    ),
    "labels in one line": (
        "Partenaire média : Télérama. Partenaire officiel : SNCF.",
        ["Télérama", "SNCF"],
    ),
    "those who take part": (
        "Le musée Rolin et le lycée Bonaparte participent à l’opération.",
        ["musée Rolin", "lycée Bonaparte"],
    ),
    "membership of what no word tells": ("L’association est membre du Synavi.", ["Synavi"]),
    "provided by": (
        "Funding for this project was provided by the Heritage Lottery Fund, Creative Scotland and Dundee City Council.",
        ["Heritage Lottery Fund", "Creative Scotland", "Dundee City Council"],
    ),
    "thanks to a person at a body": (
        "Thanks also go to Sarah Hill at Hull Libraries, Hull Truck Theatre and the team at BBC Radio Humberside.",
        ["Hull Libraries", "Hull Truck Theatre", "BBC Radio Humberside"],
    ),
    "a link": (
        "The tour is run by [Moonfleet](https://moonfleet.example) for everybody.",
        ["Moonfleet"],
    ),
    "one that no word tells": ("Un concert organisé en partenariat avec Quilombo a lieu en mai.", ["Quilombo"]),
    "German": (
        "Ein Dankeschön an unsere Kooperationspartner, die Stadtbücherei Ahlen und die Buchhandlung Sommer.",
        ["Stadtbücherei Ahlen", "Buchhandlung Sommer"],
    ),
    "Spanish": (
        "El festival ha suscrito un convenio de colaboración con Bodegas Olmo S.A. y otro con Fundación Roble.",
        ["Bodegas Olmo S.A", "Fundación Roble"],
    ),
    "Italian": ("Il progetto è stato approvato dalla Fondazione Olmo di Torino.", ["Fondazione Olmo di Torino"]),
    "an and between what a body deals with": (
        "The flower show is supported by Elmville Civic and Garden Council.",
        ["Elmville Civic and Garden Council"],
    ),
    "whose picture it is": ("Un spectacle soutenu par la Ville de Dole © Lucie Martin.", ["Ville de Dole"]),
    "those who finance": (
        "La MEL (Métropole européenne de Lille) et la CAF du Nord cofinancent l’action.",
        ["MEL", "CAF du Nord"],
    ),
    "taking part with money": (
        "Avec la participation financière de l’Agence nationale de la cohésion des territoires (ANCT).",
        ["Agence nationale de la cohésion des territoires"],
    ),
    "those among whom one works": (
        "Nous intervenons auprès de la PJJ, de l’IME Le Roitelet et des écoles Jules-Ferry et Sévigné.",
        ["PJJ", "IME Le Roitelet", "École Jules-Ferry", "École Sévigné"],
    ),
    "who puts at our disposal": ("Le lieu est mis à disposition par la commune de Hem.", ["commune de Hem"]),
    "who opens its doors": ("L’hôpital Saint-Roch nous ouvre ses portes le mardi.", ["hôpital Saint-Roch"]),
    "common words at the end": (
        "We acknowledge the financial support of the Tudor Trust, the Elm Foundation and individual donors.",
        ["Tudor Trust", "Elm Foundation"],
    ),
    "and to another": (
        "Our thanks go to Moonfleet House, who donated 300 books, and to Yorkshire Bank.",
        ["Moonfleet House", "Yorkshire Bank"],
    ),
    "as part of": (
        "It is funded by Elmshire County Council as part of its plans and delivered by the Reading Agency.",
        ["Elmshire County Council", "Reading Agency"],
    ),
    "the children of a school": (
        "Children from St Peter’s Primary School and Elm Park Academy took part in the project.",
        ["St Peter’s Primary School", "Elm Park Academy"],
    ),
    "of one and of another": (
        "The trust is a member of the Association of Elm Museums (AEM) and of Visit Elmshire.",
        ["Association of Elm Museums", "Visit Elmshire"],
    ),
    "together with": (
        "The city library, together with the Goethe-Institut and the Romanian Cultural Institute, invites readers.",
        ["Goethe-Institut", "Romanian Cultural Institute"],
    ),
    "work with, and on what": (
        "We work with Kirk Library and the University of Leeds on our summer reads.",
        ["Kirk Library", "University of Leeds"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "names"), SENTENCES.values(), ids=SENTENCES)
def test_it_reads_what_a_sentence_lists(sentence: str, names: list[str]) -> None:
    assert named(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Le collectif réunit Greenpeace, Oxfam et Emmaüs.", ["Greenpeace", "Oxfam", "Emmaüs"]),
        (
            "Sous le haut patronage du Ministère de la Culture et de la Communication.",
            ["Ministère de la Culture et de la Communication"],
        ),
        (
            "En partenariat avec les médiathèques de Lens et d’Avion et les librairies Tirloy et Meura.",
            ["Médiathèque de Lens", "Médiathèque d’Avion", "Librairie Tirloy", "Librairie Meura"],
        ),
        (
            "L’équipe remercie la Ville de Dole, à l’initiative de la Banque Elmer.",
            ["Ville de Dole", "Banque Elmer"],
        ),
    ],
)
def test_it_reads_a_sentence_as_one_where_a_heading_tells_partners(sentence: str, names: list[str]) -> None:
    assert named(f"# Nos partenaires\n\n{sentence}\n") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Grâce à vous, le spectacle a été un succès.",
        "Les élèves ont participé à un atelier animé par des bénévoles.",
        "Le spectacle a été écrit avec des enfants de Lens et présenté par ses auteurs.",
        "Une collaboration entre artistes et habitants de Roubaix.",
        "Our work is supported by many volunteers and led by a small team.",
        "La Ville de Paris compte de nombreuses bibliothèques.",
        "He studied with Professor Smith at the University of Leeds.",
        "Les photos sont réalisées par Lucie Martin avec un appareil ancien.",
        "Un concert organisé en partenariat avec Lucie Martin a lieu en mai.",
        "La compagnie, qui habite la Ville de Dole, nous accorde une aide.",
    ],
)
def test_it_reads_nobody_where_a_sentence_names_no_partner(sentence: str) -> None:
    assert named(sentence) == []


def test_a_name_with_an_article_goes_on_small_up_to_the_verb() -> None:
    told = (
        "Depuis 2019 l’association Les Passeurs de mots intervient dans nos classes avec la compagnie Le Fil "
        "en septembre. Chaque été, le festival Les Mots en l’air est organisé au parc."
    )
    names = [mention.name for mention in extract(f"# Nos partenaires\n\n{told}\n")]
    assert names == ["Les Passeurs de mots", "compagnie Le Fil", "festival Les Mots en l’air"]


def test_an_article_with_a_capital_is_of_the_name_where_several_share_a_word() -> None:
    told = "Nous travaillons avec les librairies La Sorbonne, Le Bateau Livre et Meura."
    names = [mention.name for mention in extract(f"# Nos partenaires\n\n{told}\n")]
    assert names == ["Librairie La Sorbonne", "Librairie Le Bateau Livre", "Librairie Meura"]


@pytest.mark.parametrize("heading", ["Ailleurs", "Elsewhere", "Établissements scolaires de Lens"])
def test_a_heading_that_only_says_where_is_no_name(heading: str) -> None:
    page = f"# Nos partenaires\n\n## {heading}\n\n- École Macé\n\n## Théâtres\n\n- Le Parvis\n"
    assert [mention.name for mention in extract(page)] == ["École Macé", "Le Parvis"]


def test_a_title_with_a_full_stop_ends_no_list() -> None:
    page = "# Partenaires\n\nVille de Lens / Librairie Meura / ArcelorMittal / M. Jean Dupont\n"
    names = [mention.name for mention in extract(page)]
    assert names == ["Ville de Lens", "Librairie Meura", "ArcelorMittal", "M. Jean Dupont"]


def test_an_article_in_another_case_is_not_of_a_german_name() -> None:
    page = "# Danke\n\nWir bedanken uns bei:\n\n- Dem Frauenforum Ulm e.V.\n- Der Bürgerstiftung Ulm\n- Den Ulmer Bühnen\n"
    names = [mention.name for mention in extract(page)]
    assert names == ["Frauenforum Ulm e.V", "Bürgerstiftung Ulm", "Ulmer Bühnen"]


def test_an_article_stays_with_a_german_name_that_nothing_leads_to() -> None:
    assert [
        mention.name for mention in extract("# Unsere Partner\n\n- Der Spiegel\n- Den Haag Kultur\n")
    ] == [
        "Der Spiegel",
        "Den Haag Kultur",
    ]


@pytest.mark.parametrize("words", ["parents", "lions", "Résidents de Lens", "Familles"])
def test_people_and_common_words_are_in_doubt(words: str) -> None:
    doubts = {
        mention.name: mention.doubt
        for mention in extract(f"# Partenaires\n\n- {words}\n- Ville de Lens\n- Oxfam\n")
    }
    assert doubts.get(words, "phrase") == "phrase"
    assert not doubts["Ville de Lens"]


def test_a_name_that_begins_with_a_plural_of_stages_is_no_group() -> None:
    [first, _] = extract("# Partenaires\n\n- Scènes d’enfance\n- Oxfam\n")
    assert (first.name, first.kind) == ("Scènes d’enfance", "cinema-or-theatre")


def test_the_town_that_a_name_is_said_to_be_of_is_its_place() -> None:
    told = "The festival is run in partnership with Bradford’s Elm Theatre and King’s College London."
    places = [(mention.name, mention.place) for mention in extract(told)]
    assert places == [("Elm Theatre", "Bradford"), ("King’s College London", "London")]
