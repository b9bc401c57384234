"""What is said of a staff file. Its rows are never quoted: they are about people."""

from penitcareer.domain.errors import PenitError
from penitcareer.domain.staff import BadHeader, MissingExtra, TooManyCells, UnreadableStaff
from penitcareer.render.words.quoting import quoted, quoted_path

EXAMPLE = "Exemple d’en-tête : corps;grade;echelon;zone;enfants"
PARTS = {"lots": "Payer un fichier d’agents demande Polars"}
FILES = {
    "absent": "fichier introuvable. Vérifiez le nom, ou listez le dossier",
    "ferme": "l’accès est refusé. Vérifiez ses droits",
    "dossier": "c’est un dossier. Donnez un fichier à la fois",
    "format": "format inconnu. Fins possibles : .csv, .txt, .tsv, .parquet, .xlsx, .xlsm, .xls, .xlsb, .ods",
    "contenu": "son contenu n’est pas celui que son nom annonce. Enregistrez-le de nouveau, en CSV UTF-8 par exemple",
    "vide": f"aucun en-tête. {EXAMPLE}",
}
HEADERS = {
    "aucune": f"Aucune colonne ne dit qui est payé : il faut corps, im, ib, lettre ou brut. {EXAMPLE}",
    "deux_fois": "Deux colonnes disent la même chose : {columns}. Gardez-en une",
    "cellules": "Colonnes faites ni de textes ni de nombres : {columns}. Écrivez par exemple « nuit=4 dimanche=1 »",
    "resultat": "Colonnes déjà nommées comme des résultats : {columns}. Renommez-les, ou retirez-les",
    "ecriture": "Colonnes que ce format ne sait pas écrire : {columns}. Choisissez --sortie bulletins.parquet",
}


def say(error: PenitError) -> str | None:
    """The sentence of an error about a staff, None for the others."""
    match error:
        case UnreadableStaff():
            return f"Fichier d’agents refusé : {quoted_path(error.path)}, {FILES[error.why]}"
        case BadHeader():
            return HEADERS[error.why].format(columns=", ".join(map(quoted, error.columns)))
        case TooManyCells():
            return "La ligne a plus de cellules que l’en-tête"
        case MissingExtra():
            return f"{PARTS[error.extra]}, qui n’est pas installé. Tapez : pip install 'penitcareer[{error.extra}]'"
    return None
