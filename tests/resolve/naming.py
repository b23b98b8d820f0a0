"""Small corpora for the tests of identity: a document is a list of entities with their other forms."""

from graphbuild.model import Document, Entity, EntityType, Extract, Form, Mention, Span, entity_key


def article(document_id, *entities, language="fr", filler=""):
    """An extract; each entity is (type, name, {other form: Form}) or (type, name)."""
    text = f"{document_id} {filler}."
    known, mentions = [], []
    for type_name, name, *others in entities:
        forms = others[0] if others else {}
        kind = EntityType(type_name)
        entity = Entity(
            entity_key(kind, name), kind, name, tuple(forms), named=forms.get(name) is not Form.DESCRIPTION
        )
        known.append(entity)
        for surface, form in {name: Form.NAME, **forms}.items():
            start = len(text) + 1
            text = f"{text} {surface}"
            mentions.append(Mention(Span(start, start + len(surface)), entity.key, form))
    return Extract(Document(document_id, text, language), tuple(known), tuple(mentions), (), ())


def one_of(document_id, kind, name):
    return document_id, entity_key(EntityType(kind), name)
