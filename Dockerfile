# syntax=docker/dockerfile:1

FROM node:24-slim AS build
ENV CI=true
WORKDIR /build
COPY . .
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile
RUN cd client && node node_modules/vite/bin/vite.js build

# What runs: the server and shared as TypeScript sources, their libraries, and the built client. The workspace layout stays as it
# is, because Node does not strip types from files below node_modules.
WORKDIR /app
RUN cd /build && cp --parents package.json pnpm-lock.yaml pnpm-workspace.yaml server/package.json shared/package.json \
      client/package.json tests/package.json /app
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod --ignore-scripts --filter '@groundswell/server...'
RUN cp -r /build/server/src server/src && cp -r /build/shared/src shared/src && cp -r /build/shared/data shared/data \
      && cp -r /build/client/dist client/dist && cp /build/LICENSE /build/THIRD_PARTY.md .

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4600 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4600
HEALTHCHECK --interval=15s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-warning=ExperimentalWarning", "server/src/main.ts"]
