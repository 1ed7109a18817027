"""Tricky cases, each with what SHACL says of it, and the engines known to say otherwise.

An expected line is component, focus node and value; names without `:` and prefix. `wrong` names the engines
that say something else, with the reason: the day one of them is mended, a test tells.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Case:
    name: str
    data: str
    shapes: str
    expected: tuple[str, ...] = ()
    wrong: dict[str, str] = field(default_factory=dict)


def query(text: str, more: str = "") -> str:
    """Return a node shape on what has a :p, with that query; `:` stands for the names of the case."""
    return f':S sh:targetSubjectsOf :p ; sh:sparql [ {more} sh:prefixes <> ; sh:select """{text}""" ] .'


CASES = [
    # Focus nodes
    Case(
        "a node that two targets find is looked at once",
        ":a a :C ; :p 1 .",
        ":S sh:targetClass :C ; sh:targetSubjectsOf :p ; sh:targetNode :a ; sh:nodeKind sh:Literal .",
        ("NodeKind a a",),
    ),
    Case(
        "a node of a class with two types below it is looked at once",
        ":D rdfs:subClassOf :C . :E rdfs:subClassOf :D , :C . :a a :D , :E .",
        ":S sh:targetClass :C ; sh:nodeKind sh:Literal .",
        ("NodeKind a a",),
    ),
    Case(
        "classes may be below each other",
        ":C rdfs:subClassOf :D . :D rdfs:subClassOf :C . :a a :D .",
        ":S sh:targetClass :C ; sh:class :D ; sh:nodeKind sh:Literal .",
        ("NodeKind a a",),
    ),
    Case(
        "a target node need not be in the data",
        ":a :p 1 .",
        ":S sh:targetNode :nowhere ; sh:property [ sh:path :p ; sh:minCount 1 ] .",
        ("MinCount nowhere ",),
    ),
    Case(
        "a literal may be a target, and has no class",
        ':a :p "x" .',
        ':S sh:targetNode "x"@fr ; sh:class :C .',
        ("Class x@fr x@fr",),
    ),
    Case(
        "a shape that is a class is its own target",
        ":a a :S .",
        ":S a sh:NodeShape , rdfs:Class ; sh:nodeKind sh:Literal .",
        ("NodeKind a a",),
    ),
    Case(
        "a class that only the shapes declare as a subclass is none",
        ":a a :D .",
        ":D rdfs:subClassOf :C . :S sh:targetClass :C ; sh:nodeKind sh:Literal .",
    ),
    Case(
        "a deactivated shape finds nothing, and never fails another",
        ":a :p 1 .",
        """:S sh:targetSubjectsOf :p ; sh:node :off ; sh:not :off .
        :off a sh:NodeShape ; sh:deactivated true ; sh:nodeKind sh:Literal .""",
        ("Not a a",),
    ),
    # Values
    Case(
        "a value that two ways lead to is one value",
        ":a :p :b ; :q :b .",
        """:S sh:targetNode :a ; sh:property [ sh:path [ sh:alternativePath ( :p :q ) ] ; sh:maxCount 1 ;
        sh:nodeKind sh:Literal ] .""",
        ("NodeKind a b",),
    ),
    Case(
        "a path of no step leads to the node itself",
        ":a :p :b .",
        ":S sh:targetNode :a , :lone ; sh:property [ sh:path [ sh:zeroOrMorePath :p ] ; sh:nodeKind sh:Literal ] .",
        ("NodeKind a a", "NodeKind a b", "NodeKind lone lone"),
    ),
    Case(
        "a path of a step or more comes back in a circle",
        ":a :p :b . :b :p :a .",
        ":S sh:targetNode :a ; sh:property [ sh:path [ sh:oneOrMorePath :p ] ; sh:maxCount 1 ] .",
        ("MaxCount a ",),
    ),
    Case(
        "the inverse of a sequence goes backwards",
        ":a :p :b . :b :q :c . :c :p :a .",
        ":S sh:targetNode :c ; sh:property [ sh:path [ sh:inversePath ( :p :q ) ] ; sh:hasValue :b ] .",
        ("HasValue c ",),
    ),
    Case(
        "the inverse of a sequence of two finds its start",
        ":a :p :b . :b :q :c .",
        ":S sh:targetNode :c ; sh:property [ sh:path [ sh:inversePath ( :p :q ) ] ; sh:nodeKind sh:Literal ] .",
        ("NodeKind c a",),
        {"pyshacl": "it takes the inverse of a sequence for the sequence of the inverses"},
    ),
    Case(
        "a literal has predecessors",
        ":a :p 1 .",
        ":S sh:targetObjectsOf :p ; sh:property :P . :P sh:path [ sh:inversePath :p ] ; sh:nodeKind sh:Literal .",
        ("NodeKind 1 a",),
    ),
    # Literals
    Case(
        "an ill-formed literal is not of its datatype",
        ':a :p "one"^^xsd:integer , "2020-02-30"^^xsd:date , 1 .',
        ":S sh:targetObjectsOf :p ; sh:or ( [ sh:datatype xsd:integer ] [ sh:datatype xsd:date ] ) .",
        ("Or 2020-02-30 2020-02-30", "Or one one"),
    ),
    Case(
        "a derived datatype is another datatype",
        ':a :p "5"^^xsd:int .',
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:datatype xsd:integer ] .",
        ("Datatype a 5",),
        {"sparql": "refused: the store keeps an xsd:int as an xsd:integer; auto looks at it exactly"},
    ),
    Case(
        "a text with a language is no plain text",
        ':a :p "x"@fr .',
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:datatype xsd:string ] .",
        ("Datatype a x@fr",),
    ),
    Case(
        "what cannot be compared is out of range",
        ':a :p "x" , :b , "one"^^xsd:integer .',
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:minInclusive 0 ] .",
        ("MinInclusive a b", "MinInclusive a one", "MinInclusive a x"),
    ),
    Case(
        "a date is not compared with a moment",
        ":a :p '2020-01-01'^^xsd:date , '2020-01-01T00:00:00Z'^^xsd:dateTime .",
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:maxInclusive '2030-01-01'^^xsd:date ] .",
        ("MaxInclusive a 2020-01-01T00:00:00Z",),
    ),
    Case(
        "numbers are equal by value in a range, but not in a list",
        ":a :p 1.5 .",
        """:S sh:targetNode :a ; sh:property [ sh:path :p ; sh:minInclusive '1.5'^^xsd:double ;
        sh:in ( '1.5'^^xsd:double ) ] .""",
        ("In a 1.5",),
    ),
    Case(
        "the length of an IRI is that of its text, a blank node has none",
        ":a :p :b , [] .",
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:maxLength 100 ] .",
        ("MaxLength a _:",),
    ),
    Case(
        "a least length of nothing is more than a blank node has",
        ":a :p [] .",
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:minLength 0 ] .",
        ("MinLength a _:",),
        {"pyshacl": "it lets a blank node have a length of nothing"},
    ),
    Case(
        "a length counts characters, not bytes",
        ':a :p "é𝄞" .',
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:maxLength 2 ; sh:minLength 2 ] .",
        (),
        {"topbraid": "it counts the halves of a character that Java has two of"},
    ),
    Case(
        "a pattern is found anywhere, with flags",
        ':a :p "Le CHAT" .',
        """:S sh:targetNode :a ; sh:property [ sh:path :p ; sh:pattern "chat$" ] ,
        [ sh:path :p ; sh:pattern "chat$" ; sh:flags "i" ] .""",
        ("Pattern a Le CHAT",),
    ),
    Case(
        "a pattern with quotes and backslashes means what it says",
        r""":a :p "a\"b\\c" .""",
        r""":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:pattern "^a\"b\\\\c$" ] .""",
    ),
    Case(
        "a language stands for its regions, whatever the case",
        ':a :p "x"@EN-gb , "x"@fr , "x" .',
        ':S sh:targetNode :a ; sh:property [ sh:path :p ; sh:languageIn ( "en" ) ] .',
        ("LanguageIn a x", "LanguageIn a x@fr"),
    ),
    Case(
        "each language once, whatever the case",
        ':a :p "x"@en , "y"@EN , "x"@fr , "x" , "y" .',
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:uniqueLang true ] .",
        ("UniqueLang a ",),
    ),
    Case(
        "three texts in one language are one result",
        ':a :p "x"@en , "y"@en , "z"@en , "x"@fr , "y"@fr .',
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:uniqueLang true ] .",
        ("UniqueLang a ", "UniqueLang a "),
    ),
    # Pairs of properties
    Case(
        "each pair that is out of order is a result",
        ":a :p 1 , 5 ; :q 3 , 4 .",
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:lessThan :q ] .",
        ("LessThan a 5", "LessThan a 5"),
    ),
    Case(
        "equal sets lack nothing on either side",
        ":a :p 1 , 2 ; :q 2 , 3 .",
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:equals :q ] .",
        ("Equals a 1", "Equals a 3"),
    ),
    Case(
        "a node may have to be its own value",
        ":a :p :a . :b :p :a .",
        ":S sh:targetSubjectsOf :p ; sh:equals :p ; sh:disjoint :p .",
        ("Disjoint a a", "Equals b a", "Equals b b"),
    ),
    # Logic
    Case(
        "a shape that is failed in two ways fails another once",
        ":a :p 1 .",
        ":S sh:targetNode :a ; sh:node [ sh:nodeKind sh:Literal ; sh:property [ sh:path :p ; sh:minCount 2 ] ] .",
        ("Node a a",),
    ),
    Case(
        "a finding that is only a remark fails another shape all the same",
        ":a :p 1 .",
        ":S sh:targetNode :a ; sh:not [ sh:nodeKind sh:Literal ; sh:severity sh:Info ] ; sh:node "
        "[ sh:nodeKind sh:Literal ; sh:severity sh:Info ] .",
        ("Node a a",),
    ),
    Case(
        "one of one is one, one of two of the same is none",
        ":a :p 1 .",
        ":S sh:targetNode :a ; sh:xone ( :T ) ; sh:xone ( :T :T ) . :T sh:nodeKind sh:IRI .",
        ("Xone a a",),
    ),
    Case(
        "a shape inside a shape has the value as its focus node",
        ":a :p :b . :b :q 1 .",
        """:S sh:targetNode :a ; sh:property [ sh:path :p ;
        sh:property [ sh:path :q ; sh:maxCount 0 ] ] .""",
        ("MaxCount b ",),
    ),
    Case(
        "a value below two nodes is reported below each",
        ":a :p :c . :b :p :c . :c :q 1 .",
        """:S sh:targetSubjectsOf :p ; sh:property [ sh:path :p ;
        sh:property [ sh:path :q ; sh:maxCount 0 ] ] .""",
        ("MaxCount c ", "MaxCount c "),
    ),
    Case(
        "a property shape that two shapes share reports for each",
        ":a a :C , :D .",
        ":S sh:targetClass :C ; sh:property :P . :T sh:targetClass :D ; sh:property :P . :P sh:path :p ; sh:minCount 1 .",
        ("MinCount a ", "MinCount a "),
    ),
    Case(
        "a disjoint count leaves out what the sibling counts",
        ":a :p :b , :c . :b a :Thumb , :Finger . :c a :Finger .",
        """:S sh:targetNode :a ; sh:property :T , :F .
        :T sh:path :p ; sh:qualifiedValueShape [ sh:class :Thumb ] ; sh:qualifiedValueShapesDisjoint true ;
            sh:qualifiedMinCount 1 .
        :F sh:path :p ; sh:qualifiedValueShape [ sh:class :Finger ] ; sh:qualifiedValueShapesDisjoint true ;
            sh:qualifiedMinCount 2 .""",
        ("QualifiedMinCount a ", "QualifiedMinCount a "),
    ),
    Case(
        "counting takes the shape as it stands, whoever refers to it",
        ":a :p :b .",
        """:S sh:targetNode :a ; sh:property :P .
        :P sh:path :p ; sh:qualifiedValueShape [ sh:nodeKind sh:Literal ] ; sh:qualifiedMaxCount 0 ;
            sh:qualifiedMinCount 1 .""",
        ("QualifiedMinCount a ",),
    ),
    Case(
        "a closed shape allows the properties it describes, by name only",
        ":a :p 1 ; :q 2 ; :r 3 ; a :C .",
        """:S sh:targetNode :a ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ;
        sh:property [ sh:path :p ] , [ sh:path [ sh:inversePath :q ] ] , [ sh:path ( :r :p ) ] .""",
        ("Closed a 2", "Closed a 3"),
    ),
    Case(
        "a closed property shape closes its values",
        ":a :p :b . :b :q 1 .",
        ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:closed true ] .",
        ("Closed a 1",),
        {"topbraid": "it reports the value as the focus node"},
    ),
    # Queries
    Case(
        "a query without value reports the focus node in a node shape",
        ":a :p :b .",
        query("SELECT $this { $this :p ?x }"),
        ("SPARQL a a",),
    ),
    Case(
        "a query without value reports none in a property shape",
        ":a :p :b .",
        """:S sh:targetNode :a ; sh:property :P .
        :P sh:path :p ; sh:sparql [ sh:prefixes <> ; sh:select "SELECT $this { $this $PATH ?x }" ] .""",
        ("SPARQL a ",),
        {"shifty": "it reports the focus node as the value"},
    ),
    Case(
        "the word of a variable may begin with this",
        ":a :p :b .",
        query("SELECT $this (?thisOther AS ?value) { $this :p ?thisOther }"),
        ("SPARQL a b",),
    ),
    Case(
        "$this in a text is no variable",
        ':a :p "$this" .',
        query("SELECT $this ?value { $this :p ?value FILTER (?value = '$this') }"),
        ("SPARQL a $this",),
    ),
    Case(
        "an OPTIONAL sees the focus node",
        ":a :p :b . :b :p :c .",
        query("SELECT $this ?value { $this :p ?value OPTIONAL { ?value :p ?x } FILTER (!BOUND(?x)) }"),
        ("SPARQL b c",),
    ),
    Case(
        "a deactivated query asks nothing",
        ":a :p :b .",
        query("SELECT $this { $this :p ?x }", "sh:deactivated true ;"),
        (),
        {"shifty": "it asks it all the same"},
    ),
    Case(
        "a query may count for each node",
        ":a :p 1 , 2 . :b :p 3 .",
        query("SELECT $this { $this :p ?x } GROUP BY $this HAVING (COUNT(?x) > 1)"),
        ("SPARQL a a",),
    ),
]
