package dev.dmt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedSecretsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgres://app:s3cret@host/db                | postgres://app@host/db
            postgres://app@host:5432/db                  | postgres://app@host:5432/db
            jdbc:postgresql://h/db?user=a&password=s3cret | jdbc:postgresql://h/db?user=a&password=********
            target.password=s3cret                       | target.password=********
            --set=target.password=${env:PGPASSWORD}      | --set=target.password=${env:PGPASSWORD}
            a table named tokens                         | a table named tokens
            """)
    void secrets_go_and_the_rest_stays(String text, String expected) {
        assertThat(TypedSecrets.redact(text)).isEqualTo(expected);
    }
}
