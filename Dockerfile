# The explorer in an image, with the London data. `docker-compose.yml` runs it beside Neo4j. By itself it keeps the data
# in memory:
#   docker build --tag govgraph . && docker run --rm --publish 127.0.0.1:8000:8000 govgraph

FROM python:3.11.15-slim-bookworm AS build
WORKDIR /build
# Without a pip of its own, which nothing that runs needs.
RUN python3 -m venv --without-pip /opt/govgraph
COPY requirements.txt ./
RUN python3 -m pip --python /opt/govgraph/bin/python install --no-cache-dir --require-hashes --requirement requirements.txt
COPY . ./
# Not editable, and without what built it. The files may come from somebody who keeps others from reading them.
RUN python3 -m pip --python /opt/govgraph/bin/python install --no-cache-dir --no-build-isolation --no-deps . \
    && python3 -m pip --python /opt/govgraph/bin/python uninstall --yes editables hatchling trove-classifiers \
    && chmod -R a+rX data

FROM python:3.11.15-slim-bookworm
LABEL org.opencontainers.image.title="govgraph" \
      org.opencontainers.image.description="Who answers to whom, since when, and which document says so" \
      org.opencontainers.image.licenses="MIT"
ENV PATH="/opt/govgraph/bin:$PATH" \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    GOVGRAPH_STORE="networkx:"
WORKDIR /app
COPY --from=build /opt/govgraph /opt/govgraph
COPY --from=build /build/data data
# A number, so that whoever runs it can tell that it is not root.
USER 10001:10001
EXPOSE 8000
# Healthy is who can answer: runs, reaches its store, and finds data in it. `http.client` heeds no proxy.
HEALTHCHECK --interval=10s --timeout=5s --start-period=2m --retries=3 CMD ["python3", "-c", \
    "import http.client as h; c = h.HTTPConnection('127.0.0.1', 8000, timeout=4); c.request('GET', '/readyz'); raise SystemExit(c.getresponse().status != 200)"]
ENTRYPOINT ["govgraph"]
CMD ["serve", "--host", "0.0.0.0"]
