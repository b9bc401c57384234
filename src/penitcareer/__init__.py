"""penitcareer: what the métiers of the French prison and probation services are and pay.

`Penit` answers on a day, with data of one's own; the functions of this module are the methods of
one that answers today. Nothing is imported before it is asked for (PEP 562): a call of `penit`
pays for its own answer.
"""

__version__ = "0.1.0"
__all__ = ["Penit", "PenitError", "Reponse", "__version__", "bulletins", "effets"]

TYPE_CHECKING = False  # typing’s own would be imported
if TYPE_CHECKING:
    from penitcareer.api import Penit
    from penitcareer.api.face import Reponse
    from penitcareer.domain.errors import PenitError
    from penitcareer.lots import bulletins, effets

    _penit = Penit()
    acces = _penit.acces
    brut = _penit.brut
    carriere = _penit.carriere
    chercher = _penit.chercher
    codes = _penit.codes
    comparer = _penit.comparer
    eligible = _penit.eligible
    grille = _penit.grille
    metier = _penit.metier
    metiers = _penit.metiers
    net = _penit.net
    paie = _penit.paie
    place = _penit.place
    sigle = _penit.sigle
    sources = _penit.sources
    tranches = _penit.tranches
    verifier = _penit.verifier
else:
    _HOMES = {
        "Penit": "penitcareer.api",
        "PenitError": "penitcareer.domain.errors",
        "Reponse": "penitcareer.api.face",
        "bulletins": "penitcareer.lots",
        "effets": "penitcareer.lots",
    }

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name in _HOMES:
            return globals().setdefault(name, getattr(import_module(_HOMES[name]), name))
        if name.startswith("_") or not callable(getattr(__getattr__("Penit"), name, None)):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(globals().setdefault("_penit", __getattr__("Penit")()), name)

    def __dir__() -> list[str]:
        penit = __getattr__("Penit")
        return [*__all__, *(name for name in dir(penit) if name[0] != "_" and callable(getattr(penit, name)))]
