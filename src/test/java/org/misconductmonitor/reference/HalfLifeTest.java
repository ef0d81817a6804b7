package org.misconductmonitor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.rule.HalfLife;

class HalfLifeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 28, 30, 90, 180, 365})
    void shouldBeExactInWholeNumbers(int days) {
        HalfLife halfLife = new HalfLife(days);
        for (int past = 0; past <= 22 * days; past += 1 + days / 40) {
            assertThat(halfLife.partsLeft(past))
                    .as("after %d days", past)
                    .isEqualTo(ReferenceScore.partsLeft(days, past));
        }
    }

    @Test
    void shouldHalve() {
        HalfLife halfLife = new HalfLife(180);

        assertThat(halfLife.partsLeft(0)).isEqualTo(1_000_000);
        assertThat(halfLife.partsLeft(180)).isEqualTo(500_000);
        assertThat(halfLife.partsLeft(360)).isEqualTo(250_000);
        assertThat(halfLife.partsLeft(7 * 180)).isEqualTo(7_812);
        assertThat(halfLife.partsLeft(100_000)).isZero();
    }

    @Test
    void shouldNotBeLessThanADay() {
        assertThatThrownBy(() -> new HalfLife(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
