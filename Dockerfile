FROM python:3.12-slim AS packages
WORKDIR /app
COPY requirements.txt constraints.txt ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir -r requirements.txt
ENV PATH=/venv/bin:$PATH

FROM packages AS content
COPY manage.py ./
COPY backend backend
COPY notifications notifications
RUN SECRET_KEY=build python manage.py export_content

FROM node:24-slim AS app
WORKDIR /app/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci
COPY frontend ./
COPY --from=content /app/frontend/public/static/content public/static/content
RUN npm run build

FROM packages
RUN useradd --system --uid 10001 --no-create-home thaw && install -d -o thaw /data
COPY manage.py ./
COPY backend backend
COPY notifications notifications
COPY --from=app /app/frontend/dist frontend/dist
ENV DATA_DIR=/data PYTHONUNBUFFERED=1
USER thaw
RUN SECRET_KEY=build python manage.py collectstatic --no-input --ignore '*.map' --ignore redoc
EXPOSE 8000
CMD ["sh", "-c", "exec granian --interface wsgi --no-ws --host 0.0.0.0 --port 8000 --workers ${WEB_CONCURRENCY:-2} --workers-kill-timeout 5 --respawn-failed-workers backend.config.wsgi:application"]
