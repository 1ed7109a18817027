"""The town of a name that does not end with one."""

from __future__ import annotations

import pytest

from partnerkg.extract import towns
from partnerkg.extract.mentions import extract

CASES = [
    ("- Lions Club Lens\n", ("Lens", "62498")),
    ("- Rotary Pays de Nulle-Part\n", ("Pays de Nulle-Part", "")),
    ("- Carrefour Contact Bourg des Comptes\n", ("Bourg des Comptes", "35033")),
    ("- TER Hauts-de-France\n", ("Hauts-de-France", "32")),
    ("- Les Tisseurs, association basée à Tourcoing\n", ("Tourcoing", "59599")),
    ("- Quilombo (Nord)\n", ("Nord", "59")),
    ("- Les Tisseurs (62)\n", ("Pas-de-Calais", "62")),
    ("- Lens - Librairie Quilombo\n", ("Lens", "62498")),
    ("- Librairie Quilombo • Lens\n", ("Lens", "62498")),
    ("- Quilombo (Lens / Pas-de-Calais)\n", ("Lens", "62498")),
    ("- Quilombo (Lens, 62)\n", ("Lens", "62498")),
    ("- **Quilombo** 23 rue Voltaire, Lens\n", ("Lens", "62498")),
    ("- Elm University, Italy\n", ("Italy", "IT")),
    ("- Elm University, Torino, Italy\n", ("Torino", "3165524")),
    ("- Elm University (Torino, Italy)\n", ("Torino", "3165524")),
    ("- Elm University (UK)\n", ("UK", "GB")),
    ("- Elm University, the Netherlands\n", ("Netherlands", "NL")),
    ("- Ulmer Bibliothek, Österreich\n", ("Österreich", "AT")),
    ("- Italie : Fondazione Olmo\n", ("Italie", "IT")),
    ("- Bibliothèque de Stavelot (Belgique)\n", ("Stavelot", "2786185")),
    ("- Elm School, Torino, Italy\n", ("Torino", "3165524")),
    ("- Médiathèque d’Avion (Pas-de-Calais)\n", ("Avion", "62065")),
    ("- Médiathèque de St-Omer\n", ("St-Omer", "62765")),
    ("- Épicerie Bvd de Verdun\n", ("", "")),
    ("- Élise Marchand, maire d’Arras\n", ("", "")),
    ("- Université Paris Cité\n", ("Paris", "75056")),
    ("- Bibliothèque de Stavelot\n", ("Stavelot", "2786185")),
    ("- Eurométropole de Strasbourg\n", ("Strasbourg", "67482")),
    ("- Wiltshire Community Foundation\n", ("Wiltshire", "GB-WIL")),
    ("- Queensland Museum\n", ("Queensland", "AU-QLD")),
    ("- Queensland Government\n", ("Queensland", "AU-QLD")),
    ("- Elternnetzwerk NRW\n", ("Nordrhein-Westfalen", "DE-NW")),
    ("- Opale Sécurité Picardie\n", ("Picardie", "22")),
    ("- E-Bikes of New England\n", ("New England", "")),
    ("- Bezirk Unterfranken\n", ("Unterfranken", "")),
    ("- Pro Loco Romano Canavese\n", ("Romano Canavese", "3169057")),
    ("- Privacy Watch Ireland\n", ("Irlande", "IE")),
    ("- Privacy Watch France\n", ("", "")),
    ("- Fundació Casal (Espagne)\n", ("Espagne", "ES")),
    ("- L’Arc, scène nationale du Creusot\n", ("Creusot", "71153")),
    ("- Restaurant du Port\n", ("", "")),
    ("- MJC de Chamonix\n", ("Chamonix", "74056")),
    ("- Médiathèque de Saint-Dié\n", ("Saint-Dié", "88413")),
    ("- Médiathèque de Grand\n", ("Grand", "88212")),
    ("- Opéra de Rouen Normandie\n", ("Rouen", "76540")),
    ("- Chambre de métiers du Lot\n", ("Lot", "46")),
    ("- Musée du Libournais\n", ("Libournais", "")),
    ("- Junta de Andalucía\n", ("Andalucía", "ES-AN")),
    ("- Arts Council England\n", ("", "")),
    ("- Edinburgh Dog and Cat Association\n", ("Edinburgh", "2650225")),
    ("- Museum of Palo Alto\n", ("Palo Alto", "5380748")),
    ("- Garfield Foundation\n", ("", "")),
    ("- Région Centre-Val de Loire\n", ("Centre-Val de Loire", "24")),
    ("- Musikschule der Stadt Hürth\n", ("Hürth", "2897216")),
    (
        "- Association du Grand Pic Saint-Loup\n",
        ("Communauté de communes du Grand Pic Saint-Loup", "200022986"),
    ),
]


@pytest.mark.parametrize(("line", "place"), CASES)
def test_it_finds_the_town_where_words_say_it(line: str, place: tuple[str, str]) -> None:
    [mention] = extract(f"# Nos partenaires\n\n{line}")
    assert (mention.place, mention.place_code) == place


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("## Lens", "Lens"),
        ("## À Lens et environs", "Lens"),
        ("**Lens**", "Lens"),
        ("## Nord (59)", "Nord"),
        ("## Dans le Nord", "Nord"),
        ("## Librairies de Lens", "Lens"),
        ("## Nos partenaires à Lens", "Lens"),
        ("## Bretagne", ""),
        ("## Italie", ""),
    ],
)
def test_a_town_or_departement_as_heading_is_that_of_what_is_listed(heading: str, place: str) -> None:
    page = f"# Nos partenaires\n\n{heading}\n\n- Quilombo\n- Cap Sud\n"
    assert [mention.place for mention in extract(page)] == [place, place]


def test_a_name_above_an_address_is_one() -> None:
    page = "# Librairies partenaires\n\nQuilombo\n23 rue Voltaire\n62300 Lens\n\nCap Sud\n2 place Foch\n59000 Lille\n"
    assert [(mention.name, mention.place) for mention in extract(page)] == [
        ("Quilombo", "Lens"),
        ("Cap Sud", "Lille"),
    ]


def test_a_town_that_the_page_says_is_found_inside_another_name() -> None:
    page = "# Nos partenaires\n\n- Ville de Marennes\n- Marennes Impression\n- Avion Impression\n"
    assert [mention.place for mention in extract(page)] == ["Marennes", "Marennes", ""]


def test_a_town_alone_on_the_line_below_is_that_of_the_name() -> None:
    lines = "Le Bartok<br>www.bartok.example<br>Auch<br><br>La Cheminée<br>www.cheminee.example<br>Nérac"
    read = [(mention.name, mention.place) for mention in extract(f"<h1>Nos partenaires</h1><p>{lines}</p>")]
    assert read == [("Le Bartok", "Auch"), ("La Cheminée", "Nérac")]


def test_what_several_names_have_in_brackets_is_their_place_though_no_gazetteer_knows_it() -> None:
    names = ("Vinestrie (Estrie)", "Uni-D (Estrie)", "Coop Alentour (Estrie)", "Quilombo (Gaspésie)")
    page = "# Partenaires\n\n" + "".join(f"- {name}\n" for name in names)
    assert [mention.place for mention in extract(page)] == ["Estrie", "Estrie", "Estrie", "Gaspésie"]


def test_state_and_number_below_a_name_tell_its_town() -> None:
    page = "<h1>Sponsors</h1><ul><li>Ashton Hardwoods</li><li>3040 B ST NW</li><li>Auburn, WA 98001</li></ul>"
    assert [(mention.name, mention.place) for mention in extract(page)] == [("Ashton Hardwoods", "Auburn")]


def test_a_street_is_no_town() -> None:
    assert towns.of("Salle du boulevard de Verdun") is None


def test_a_small_town_with_which_several_names_end_is_theirs() -> None:
    page = "# Partner\n\n- Apotheke Westendorf\n- Skiwelt Westendorf\n- Brown University\n- Elm University\n"
    assert [mention.place for mention in extract(page)] == ["Westendorf", "Westendorf", "", ""]


def test_a_heading_that_says_what_is_listed_is_no_town_of_that_name() -> None:
    assert [mention.place for mention in extract("# Partenaires\n\n## Médias\n\n- Quilombo FM\n")] == [""]


def test_an_american_address_never_means_a_town_of_another_country() -> None:
    page = "<h1>Sponsors</h1><ul><li>Ashton Hardwoods</li><li>Melbourne, FL 32901</li></ul>"
    [mention] = extract(page)
    assert mention.place == "Melbourne"
    assert mention.place_code != "2158177"


def test_a_list_of_towns_is_one_of_municipalities_and_one_town_among_shops_is_none() -> None:
    towns_ = [(one.kind, one.place) for one in extract("# Colaboran\n\n- BÉJAR\n- GUIJUELO\n- Ledesma\n")]
    shops = [one.kind for one in extract("# Sponsors\n\n- Bell\n- Quilombo\n- Meura\n- Cap Nord\n")]
    assert towns_ == [("public-body", "BÉJAR"), ("public-body", "GUIJUELO"), ("public-body", "Ledesma")]
    assert "public-body" not in shops


def test_in_a_long_list_of_towns_one_that_no_gazetteer_knows_is_a_municipality_in_doubt() -> None:
    known = "".join(
        f"- {name}\n" for name in ("Béjar", "Guijuelo", "Ledesma", "Macotera", "Lumbrales", "Villoria")
    )
    last = extract(f"# Colaboran\n\n{known}- Nullaparte\n")[-1]
    assert (last.kind, last.place, last.place_code, last.doubt) == ("public-body", "Nullaparte", "", "place")


def test_a_well_known_body_is_not_in_the_town_that_heads_a_list() -> None:
    page = "# Nos partenaires\n\n## Lens\n\n- Quilombo\n- SNCF\n"
    assert [(mention.name, mention.place) for mention in extract(page)] == [
        ("Quilombo", "Lens"),
        ("SNCF", ""),
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("- **Autohaus Kern**<br>Hagau 148, 6363 Westendorf\n", ("Westendorf", "2761457")),
        ("- Club de Genève 2019 Lausanne\n", ("Lausanne", "2659994")),
        ("- Hooker Wines, 14604 Devereaux Terrace\n", ("", "")),
        ("- Associazione Alba di Sommo (PV)\n", ("Sommo", "")),
        ("- Electric Club of Southern California\n", ("Southern California", "")),
        ("- Mission locale du Sud Finistère\n", ("Sud Finistère", "")),
        ("- Comité du Var VB\n", ("Var", "83")),
        ("- Archives de l’État en Belgique/Centre\n", ("Belgique", "BE")),
        ("- Frauenforum Köln e. V.\n", ("Köln", "2886242")),
        ("- Palo Alto Pizza Co\n", ("Palo Alto", "5380748")),
        ("- Santa Maria Pizza\n", ("", "")),
        ("- Centro Cultural de Guijuelo (Escuela Rural) •\n", ("Guijuelo", "3120963")),
        ("- Métropole Aix Marseille Provence\n", ("Aix Marseille Provence", "")),
        ("- Jeff de Bruges\n", ("", "")),
    ],
)
def test_codes_of_the_post_provinces_and_directions_tell_the_place(line: str, place: tuple[str, str]) -> None:
    [mention] = extract(f"# Partner\n\n{line}")
    assert (mention.place, mention.place_code) == place


@pytest.mark.parametrize(
    ("name", "place", "code"),
    [
        ("Département de la Mayenne", "Mayenne", "53"),
        ("Conseil départemental de la Creuse", "Creuse", "23"),
        ("CAF de la Creuse", "Creuse", "23"),
        ("Médiathèque départementale de la Loire", "Loire", "42"),
        ("Région Réunion", "Réunion", "04"),
        ("Région Guadeloupe", "Guadeloupe", "01"),
        ("Région Sud", "Sud", "93"),
        ("DRAC Corse", "Corse", "94"),
        ("DRAC Centre", "Centre", "24"),
        ("Collectivité de Corse", "Corse", "94"),
        ("Conseil régional de Bretagne", "Bretagne", "53"),
        ("Livre et lecture en Bretagne", "Bretagne", "53"),
        ("Ville de Mayenne", "Mayenne", "53147"),
        ("CAF de Roubaix", "Roubaix", "59512"),
        ("Festival de lecture en Avignon", "Avignon", "84007"),
    ],
)
def test_the_level_that_a_body_says_is_that_of_its_place(name: str, place: str, code: str) -> None:
    [mention] = extract(f"# Partenaires\n\n![{name}](logo.png)\n")
    assert (mention.place, mention.place_code) == (place, code)


def test_a_town_behind_several_that_share_a_word_is_that_of_each_and_in_no_name() -> None:
    page = "# Partenaires\n\nNous remercions les lycées Freyssinet et Rabelais à Saint-Brieuc.\n"
    assert [(mention.name, mention.place) for mention in extract(page)] == [
        ("Lycée Freyssinet", "Saint-Brieuc"),
        ("Lycée Rabelais", "Saint-Brieuc"),
    ]


def test_the_line_below_a_name_says_its_town_with_or_without_the_number_of_its_departement() -> None:
    cards = "".join(
        f'<div class="card"><h3>{name}</h3><p>{town}</p></div>'
        for name, town in (("Librairie Gwalarn", "Lannion (22)"), ("Librairie Ravy", "Guingamp"))
    )
    page = f"<h1>Nos partenaires</h1><h2>Librairies</h2>{cards}"
    assert [(mention.place, mention.place_code) for mention in extract(page)] == [
        ("Lannion", "22113"),
        ("Guingamp", "22070"),
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Universität Wien", "2761369"),
        ("Bibliotheek Temse", "2785778"),
        ("Stadtbücherei Kitzingen", "2890158"),
        ("Lehrstuhl für Netze (Universität Bremen)", "2944388"),
        ("Bibliotheek De Krook (Antwerpen)", "2803138"),
    ],
)
def test_houses_of_towns_abroad_are_placed_by_the_name_they_have_at_home(name: str, code: str) -> None:
    [mention] = extract(f"# Partner\n\n![{name}](logo.png)\n")
    assert mention.place_code == code


def test_the_house_that_describes_a_name_says_its_town() -> None:
    page = "# Partenaires\n\n- Le Bateau Feu – Scène nationale Dunkerque\n- Le Channel – Scène nationale de Calais\n"
    assert [(mention.name, mention.place) for mention in extract(page)] == [
        ("Le Bateau Feu", "Dunkerque"),
        ("Le Channel", "Calais"),
    ]


def test_a_country_behind_the_full_name_of_letters_is_that_of_the_letters() -> None:
    cards = (
        f'<div class="card"><img src="{n}.png" alt="{letters}"><p>{full}</p></div>'
        for n, (letters, full) in enumerate(
            (("ELC", "Elm Center on Language, Spain"), ("OAK", "Oak Institute for Books, the Netherlands"))
        )
    )
    mentions = extract(f"<h1>Our partners</h1>{''.join(cards)}<p>See you.</p>")
    assert [mention.place_code for mention in mentions] == ["ES", "NL"]
