# Image of a service. Needs nothing but its base image: no package manager, no network.
#   docker build -f k8s/images/service.Dockerfile --build-arg JAR=<path of the -boot.jar> -t todoke/<service>:<version> .
# A site pins the base by its digest: --build-arg BASE=<image>@sha256:…
ARG BASE=eclipse-temurin:25-jre

FROM ${BASE} AS layers
ARG JAR
WORKDIR /unpack
COPY ${JAR} application.jar
RUN ["java", "-Djarmode=tools", "-jar", "application.jar", "extract", "--layers", "--destination", "layers"]

FROM ${BASE}
WORKDIR /app
# What changes least comes first, so that a new version moves the last layer only.
COPY --from=layers /unpack/layers/dependencies/ ./
COPY --from=layers /unpack/layers/spring-boot-loader/ ./
COPY --from=layers /unpack/layers/snapshot-dependencies/ ./
COPY --from=layers /unpack/layers/application/ ./
COPY k8s/images/jvm.options ./
USER 10001:10001
EXPOSE 8080 8081
ENTRYPOINT ["java", "@jvm.options", "-jar", "application.jar"]
