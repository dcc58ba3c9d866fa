"""The software bill of materials: the components as CycloneDX 1.6, for other tools to read."""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from component import Component
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model import component as cyclonedx
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component_evidence import ComponentEvidence, Occurrence
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL


def as_cyclonedx(components: Iterable[Component], version: str, made_at: int) -> str:
    """The bill as JSON, the same for the same components.

    Args:
        components: what the program is made of.
        version: the program's own.
        made_at: seconds since 1970.
    """
    components = list(components)
    program = cyclonedx.Component(
        name="lenet-gui",
        version=version,
        type=cyclonedx.ComponentType.APPLICATION,
        licenses=[LicenseFactory().make_from_string("MIT")],
        bom_ref="lenet-gui",
    )
    bill = Bom(
        components=[_component(component) for component in components],
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, repr((version, components))),
        metadata=BomMetaData(component=program, timestamp=datetime.fromtimestamp(made_at, UTC)),
    )
    bill.register_dependency(program, bill.components)
    return JsonV1Dot6(bill).output_as_string(indent=1)


def _component(of: Component, above: str = "") -> cyclonedx.Component:
    """One component with its parts; `above` is the reference of what it is a part of."""
    reference = f"{above}{of.name}"
    links = [ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(of.origin))]
    return cyclonedx.Component(
        name=of.name,
        version=of.version or None,
        type=cyclonedx.ComponentType.LIBRARY,
        bom_ref=reference,
        licenses=[LicenseFactory().make_from_string(of.licence)] if of.licence else None,
        purl=PackageURL.from_string(of.purl) if of.purl else None,
        external_references=links if of.origin.startswith("http") else None,
        evidence=ComponentEvidence(occurrences=_occurrences(reference, of.files)),
        components=[_component(part, f"{reference}/") for part in of.parts],
    )


def _occurrences(reference: str, files: tuple[str, ...]) -> list[Occurrence]:
    """Where a component lies; the references, else made up, put the same always in one order."""
    return [Occurrence(location=file, bom_ref=f"{reference}:{file}") for file in files]
