package io.gatewayping.gate;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the steps of one thread: all those of a scenario share its {@link ScenarioRun}. */
final class StepFactory implements ObjectFactory {

    private static final ThreadLocal<StepFactory> RUNNING = new ThreadLocal<>();

    private final Supplier<ScenarioRun> begin;
    private final Consumer<ScenarioResult> end;
    private final Map<Class<?>, Object> steps = new HashMap<>();
    private @Nullable ScenarioRun scenario;

    StepFactory(Supplier<ScenarioRun> begin, Consumer<ScenarioResult> end) {
        this.begin = begin;
        this.end = end;
    }

    @Override
    public boolean addClass(Class<?> type) {
        return true;
    }

    @Override
    public void start() {
        scenario = begin.get();
        RUNNING.set(this);
    }

    @Override
    public void stop() {
        if (scenario != null) {
            end.accept(scenario.result());
        }
        scenario = null;
        steps.clear();
        RUNNING.remove();
    }

    /** The steps of the scenario that this thread runs. */
    static <T> T running(Class<T> type) {
        return RUNNING.get().getInstance(type);
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        return type.cast(steps.computeIfAbsent(type, this::made));
    }

    private Object made(Class<?> type) {
        try {
            return type.getConstructor(ScenarioRun.class).newInstance(Objects.requireNonNull(scenario));
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(type + " needs a public constructor that takes a ScenarioRun", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " cannot be made", e.getCause());
        }
    }
}
