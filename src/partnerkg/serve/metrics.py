"""What a server counts, as Prometheus reads it."""

from __future__ import annotations

from functools import cache

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from starlette.responses import Response

TYPE_CHECKING = False
if TYPE_CHECKING:
    from starlette.requests import Request

    from partnerkg.pipeline.publish.service import Service

_STEPS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)  # seconds


class Metrics:
    """Requests by route and status, how long they took, what was refused and why, and who waits."""

    def __init__(self, service: Service) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "partnerkg_requests", "Requests answered", ("route", "status"), registry=self.registry
        )
        self._seconds = Histogram(
            "partnerkg_request_seconds",
            "Time to the answer",
            ("route",),
            buckets=_STEPS,
            registry=self.registry,
        )
        self._counter = cache(lambda route, status: self._requests.labels(route, str(status)))
        self._histogram = cache(self._seconds.labels)  # finding one costs more than counting
        self.refused = Counter(
            "partnerkg_refused", "Requests refused, by the limit or rule", ("reason",), registry=self.registry
        )
        for name, about, count in (
            ("waiting", "Requests that wait for a process", lambda: service.release.pool.waiting),
            ("long", "Requests that take long and were moved aside", lambda: service.release.pool.aside),
        ):
            Gauge(f"partnerkg_{name}", about, registry=self.registry).set_function(count)

    def told(self, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        self._counter(route, status).inc()
        self._histogram(route).observe(seconds)


async def page(request: Request) -> Response:
    """Return all counts as text."""
    data = generate_latest(request.app.state.metrics.registry)
    return Response(data, headers={"Cache-Control": "no-store", "Content-Type": CONTENT_TYPE_LATEST})
