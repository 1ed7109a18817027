"""The terms that pages know by name, and what is said only to tie nodes together."""

from __future__ import annotations

from partnerkg.namespaces import namespace

ADMS, DCAT, DCT, FOAF, IGEO = (namespace(name) for name in ("adms", "dcat", "dct", "foaf", "igeo"))
OA, ORG, OWL, PK, PROV = (namespace(name) for name in ("oa", "org", "owl", "pk", "prov"))
RDF, RDFS, SCHEMA, SH, SKOS, XSD = (
    namespace(name) for name in ("rdf", "rdfs", "schema", "sh", "skos", "xsd")
)

NAMES = (SKOS.prefLabel, RDFS.label, DCT.title, FOAF.name)
# What only ties nodes together says nothing to a person.
TIES = frozenset(
    {
        *(PK[name] for name in ("declaredBy", "partner", "partnerGroup", "supporter", "beneficiary")),
        *(PK[name] for name in ("identifierScheme", "countedKind", "lowerBound", "lowerBoundInclusive")),
        *(PK[name] for name in ("upperBound", "upperBoundInclusive", "properName")),
        *(ORG[name] for name in ("member", "organization")),
        SKOS.hiddenLabel,
        RDF.type,
    }
)
# From a node without a name of its own to what it ties together.
ENDS = (
    PK.declaredBy,
    PK.partner,
    PK.partnerGroup,
    PK.supporter,
    PK.beneficiary,
    ORG.member,
    ORG.organization,
)
