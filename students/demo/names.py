"""Names for people who do not exist: given and family names in random combinations.

``=`` separates a name in another script from its spelling in an e-mail address.
"""

import unicodedata
from random import Random
from typing import NamedTuple


class Name(NamedTuple):
    """One name, in the forms for people to read and for an e-mail address."""

    shown: str
    plain: str


class PersonName(NamedTuple):
    first: Name
    middle: Name | None
    last: Name


# Letters that no decomposition turns into ASCII.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "ß": "ss",
        "ı": "i",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
        "ə": "e",
    }
)


def plain(text: str) -> str:
    """Return a Latin name in lower-case ASCII: ``O'Brien`` becomes ``obrien``."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(letter for letter in decomposed if letter in "abcdefghijklmnopqrstuvwxyz-")


def _names(text: str) -> tuple[Name, ...]:
    pairs = (word.partition("=") for word in text.split())
    return tuple(Name(shown.replace("_", " "), plain(other or shown)) for shown, _, other in pairs)


class _People(NamedTuple):
    share: int
    given: tuple[Name, ...]
    family: tuple[Name, ...]


def _people(share: int, given: str, family: str) -> _People:
    return _People(share, _names(given), _names(family))


# None of these names contains "abdul": those that do come further below, counted.
_PEOPLES = (
    _people(  # Yoruba
        16,
        "Ọlá Ṣadé Fọláké Adébọ́lá Táíwò Kẹ́hìndé Bùsọ́lá Rẹ̀mí Yétúndé Ayọ̀délé Mojísọ́lá "
        "Ọláwálé Títílayọ̀ Dàmílọ́lá",
        "Adéyínká Ọ̀ṣúndáre Àlàbí Fágbẹ́mi Olúwaṣeun Bánkọ́lé Ògúnléye Ṣówándé Akíntọ́lá "
        "Ọlátúnjí Àjàní Òyèdípọ̀",
    ),
    _people(  # Igbo
        13,
        "Chịnwé Ngọzi Chidị Ụzọma Adaọra Obinna Ifẹọma Kelechi Nkẹchi Emeka Somtọ Ebere "
        "Chukwudi Amarachi",
        "Ọkafọr Nwachukwu Eze-Okoli Ụmeh Anyanwu Igbokwe Nwosu-Ani Ọnyekwere Madụka Okpara "
        "Ezeigbo Ọbiora",
    ),
    _people(  # Hausa and Fulani
        12,
        "Halima Sadiya Garba Danladi Hauwa Zainab Bashir Ɗanjuma=Danjuma Nafisa Jamilu Rakiya "
        "Kabiru Lami Abdou",
        "Gambo Ɓature=Bature Kwaru Sarkin-Noma Turakin Maikudi Dogarai Yakasai Zango Bukar "
        "Jibrin Wakili",
    ),
    _people(  # Akan and Ewe
        6,
        "Kofi Akosua Yaw Ɛsi=Esi Kwabena Abena Mawuli Sena Selorm Adwoa",
        "Ampofo Boakyewaa Tɛtteh=Tetteh Agyekum Dzokoto Asantewaa Owusu-Darko Lartey Quarshie "
        "Amenyo",
    ),
    _people(  # East Africa
        5,
        "Wanjirũ Kamau Achieng Otieno Njoki Baraka Neema Juma Kiptoo Mwende",
        "Ng'ang'a Odhiambo Mũthoni Kiprotich Wekesa Nyambura Mwakasege Cheruiyot Barasa Omondi",
    ),
    _people(  # Ethiopia
        4,
        "ሰላም=Selam አበበ=Abebe ሕይወት=Hiwot Tsehay Dawit Meseret Yonas Tigist",
        "ተስፋዬ=Tesfaye በቀለ=Bekele Woldemariam Gebreyes Alemayehu Mengesha Desta",
    ),
    _people(  # Turkey
        4,
        "İpek Çağla Işıl Ömer Gökhan Şebnem Tuğçe Barış",
        "Yıldırımoğlu Çelikkol Öztürkmen Şahinbaş Güneşli Kılıçer Aydoğdu Işıkçı",
    ),
    _people(  # Poland
        4,
        "Łukasz Małgorzata Wojciech Bożena Zdzisław Agnieszka Paweł Żaneta",
        "Wiśniowski Ślązakiewicz Źrebiec Grzędowicz Łapińska Brzęczykowski Świątecki Dąbrowiak",
    ),
    _people(  # Greece
        3,
        "Ελένη=Eleni Γιώργος=Giorgos Θεοδώρα=Theodora Νίκος=Nikos Δέσποινα=Despina",
        "Παπαδάκος=Papadakos Καραμπέτσος=Karabetsos Βλαχίδη=Vlachidi Οικονομάκης=Oikonomakis",
    ),
    _people(  # Ukraine and Bulgaria
        4,
        "Олена=Olena Тарас=Taras Зоряна=Zoriana Богдан=Bohdan Ганна=Hanna Йордан=Yordan "
        "Цветана=Tsvetana",
        "Ковальчук=Kovalchuk Шепітько=Shepitko Гриценко=Hrytsenko Ямковий=Yamkovyi Дончев=Donchev",
    ),
    _people(  # China
        4,
        "伟明=Weiming 秀兰=Xiulan 海燕=Haiyan 子轩=Zixuan 静怡=Jingyi 建华=Jianhua",
        "欧阳=Ouyang 陈=Chen 郭=Guo 林=Lin 诸葛=Zhuge 赵=Zhao",
    ),
    _people(  # Ireland and Britain
        5,
        "Saoirse Caoimhe Ruairí Siobhán Fionn Gwenllian Dougal Philippa",
        "O'Brien MacGillivray Ó_Súilleabháin Featherstone-Hale D'Arcy Llewellyn-Pugh O'Dwyer "
        "Thistlewood",
    ),
    _people(  # France and West Africa
        5,
        "Aïssatou Zoé Jean-Baptiste Mamadou Éloïse Fatoumata François Anaïs",
        "N'Diayé Lefèvre-Koné Coulibaly Traoré Beauchêne d'Almeida Ouédraogo Gbaguidi",
    ),
    _people(  # Germany and Scandinavia
        4,
        "Jörg Käthe Søren Åsa Þórunn Björn Günther Ingrid",
        "Müßiggang Weißhaupt Ærøskov Ångerholm Köhlerhoff Grünewald-Bär Sørbye Schäufele",
    ),
    _people(  # Spain and Latin America
        4,
        "José Begoña Íñigo María_del_Carmen Ximena Joaquín Lucía Andrés",
        "Núñez Ibáñez-Peña Quiñones Echeverría Muñozval de_la_Fuente Zúñiga Argüelles",
    ),
    _people(  # India
        4,
        "Priya Arjun Lakshmi Rohan Meenakshi Vikram Ananya देवकी=Devaki",
        "Iyer-Menon Chattopadhyaya Deshpande Venkataraman Bhattarai Kulkarnikar Nambiar",
    ),
    _people(  # Vietnam
        3,
        "Nguyệt Đức Thảo Phượng Tuấn Hạnh",
        "Nguyễn Trần Phạm Đặng Huỳnh Bùi",
    ),
    _people(  # Arab world
        4,
        "Layla Youssef Nour Khalid Rania عمر=Omar فاطمة=Fatima Abdelkader",
        "al-Khatibi Ben-Haddou Mansouri Al-Jaziri Boudiafi الحداد=Al-Haddad Tlemçani",
    ),
)
# One entry per share, so that a single random number picks a people.
_BY_SHARE = tuple(people for people in _PEOPLES for _ in range(people.share))

# People whom a search for "abdul" finds.
ABDUL_GIVEN = _names(
    "Abdulrahman Abdulmalik Abdulkareem Abdullahi Abdulaziz Abdulhakeem Abdulbasit Abdulfatai "
    "Abdulganiyu Abdulqudus Abdulsamad Abdullah Abdulateef Abdulrasheed Abduljalil Abdul-Hamid "
    "ABDULMUMIN Abdulwahab Sheikh-Abdul Abdulkarīm"
)
ABDUL_FAMILY = _names(
    "Abdulsalam Abdulkadir Abdulrauf Abdulraheem Abdulyekeen Abdul-Wasiu Abdulkarimov Ibn-Abdulbari"
)
ABDUL_COMPANIONS = _names(
    "Gambo Kwaru Balógun Lawánsón Oyèlárán Danbatta Mahmoudi Zango Karimova Diallo-Sy Dogondaji "
    "Turakin Wakilu Sulaimonu Ògúnbíyì Maikudi Bukar Rahmatov Shagaya Elésin"
)
# A name that several students have: only their ids differ.
NAMESAKE = PersonName(ABDUL_GIVEN[1], None, ABDUL_COMPANIONS[0])
ABDUL_MIDDLE = _names("Abdul Abdulhafiz Abdulmajid Abdulsabur")


def _pick(rng: Random, names: tuple[Name, ...]) -> Name:
    return names[int(rng.random() * len(names))]


def any_name(rng: Random) -> PersonName:
    """Return a name that a search for "abdul" does not find."""
    people = _pick_people(rng)
    # Families mix: one in eight has a family name from elsewhere.
    family = _pick_people(rng).family if rng.random() < 0.125 else people.family
    middle = _pick(rng, people.given) if rng.random() < 0.3 else None
    return PersonName(_pick(rng, people.given), middle, _pick(rng, family))


def abdul_name(rng: Random, number: int) -> PersonName:
    """Return a name that a search for "abdul" finds by some part of it."""
    match number % 12:
        case 3 | 7:
            name = any_name(rng)
            return name._replace(last=_pick(rng, ABDUL_FAMILY))
        case 11:
            name = any_name(rng)
            return name._replace(middle=_pick(rng, ABDUL_MIDDLE))
        case 5:
            return any_name(rng)  # only the e-mail address says so
        case _:
            middle = _pick(rng, ABDUL_COMPANIONS) if rng.random() < 0.25 else None
            return PersonName(_pick(rng, ABDUL_GIVEN), middle, _pick(rng, ABDUL_COMPANIONS))


def _pick_people(rng: Random) -> _People:
    return _BY_SHARE[int(rng.random() * len(_BY_SHARE))]
