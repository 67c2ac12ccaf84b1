# Image of a small program that is one jar: the first step of the migration, the national doubles.
#   docker build -f k8s/images/program.Dockerfile --build-arg JAR=<path of the -boot.jar> -t todoke/<program>:<version> .
ARG BASE=eclipse-temurin:25-jre

FROM ${BASE}
ARG JAR
WORKDIR /app
COPY ${JAR} application.jar
COPY k8s/images/jvm.options ./
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["java", "@jvm.options", "-jar", "application.jar"]
