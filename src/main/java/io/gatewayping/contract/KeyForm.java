package io.gatewayping.contract;

import io.gatewayping.exchange.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of the keys of an operation: which path parameters name a task, how values of them are drawn, and how provider
 * states call them. One of them may name the owner of the task; the last of the others is the task's id.
 */
public final class KeyForm {

    private static final int MOST_DRAWN = 100;

    private final Map<Parameter, FreshValues> parameters;
    private final @Nullable Parameter owner;
    private final Parameter id;

    /** The params that may be numbers in JSON. */
    private final Set<String> numbers;

    KeyForm(Map<Parameter, FreshValues> parameters, @Nullable Parameter owner, Parameter id, Set<Parameter> numbers) {
        this.parameters = parameters;
        this.owner = owner;
        this.id = id;
        this.numbers = numbers.stream()
                .flatMap(parameter -> parameter.equals(owner)
                        ? Stream.of(camelCase(parameter.name()), otherOwner())
                        : Stream.of(camelCase(parameter.name())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The name of the parameter that is the task's id. */
    public String id() {
        return id.name();
    }

    /** The name of the parameter that names the owner of a task, if one does. */
    public Optional<String> owner() {
        return Optional.ofNullable(owner).map(Parameter::name);
    }

    /** What the owner of a task is called, if it has one. */
    public Optional<String> ownerNoun() {
        return Optional.ofNullable(owner).map(it -> it.place().child("x-owner").text());
    }

    /** The names of the parameters that are neither the id nor the owner. */
    public List<String> others() {
        return parameters.keySet().stream()
                .filter(parameter -> !parameter.equals(id) && !parameter.equals(owner))
                .map(Parameter::name)
                .toList();
    }

    /** The key that the examples of the contract are for. */
    public Key example() {
        return made(Parameter::example);
    }

    /** A key that nobody else uses. */
    public Key fresh(RandomGenerator random) {
        return made(parameter -> fresh(parameter, random));
    }

    /** A key with these values of parameters that nobody else uses. */
    public Key with(Map<String, String> values, RandomGenerator random) {
        return made(parameter -> values.getOrDefault(parameter.name(), fresh(parameter, random)));
    }

    /** The same task under another owner. */
    public Key under(String otherOwner, Key key) {
        return owner == null ? key : key.with(owner.name(), otherOwner);
    }

    /** The same task under another, fresh owner. */
    public Key underAnotherOwner(Key key, RandomGenerator random) {
        return owner == null ? key : key.with(owner.name(), another(owner, key, random));
    }

    /** The same task, as far as its owner goes, with another, fresh id. */
    public Key withAnotherId(Key key, RandomGenerator random) {
        return key.with(id.name(), another(id, key, random));
    }

    /** The same with another, fresh value of one parameter, where there is another one. */
    public Key withAnother(String name, Key key, RandomGenerator random) {
        return parameters.keySet().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(parameter -> key.with(name, another(parameter, key, random)))
                .orElse(key);
    }

    /**
     * The params of a provider state: the parameters in camel case, and the other owner of the same task.
     *
     * @param other the same task under another owner, where the state speaks of one
     */
    public Map<String, String> params(Key key, @Nullable Key other) {
        Map<String, String> params = new LinkedHashMap<>();
        parameters.keySet().forEach(parameter -> params.put(camelCase(parameter.name()), key.value(parameter.name())));
        if (other != null && owner != null) {
            params.put(otherOwner(), other.value(owner.name()));
        }
        return params;
    }

    /** The names of the params of a state, with the one of another owner or without. */
    public List<String> paramNames(boolean withOther) {
        return List.copyOf(params(example(), withOther ? example() : null).keySet());
    }

    /**
     * What a param of a state says: a text, or a number where the contract has one; empty when it is something else.
     *
     * @param value of it, as JSON has it
     */
    public String said(String param, @Nullable Object value) {
        return value instanceof String || (value instanceof Number && numbers.contains(param)) ? value.toString() : "";
    }

    /**
     * The key that the params of a state name.
     *
     * @param param gives the value of a param, empty when there is none
     */
    public Key named(UnaryOperator<String> param) {
        return made(parameter -> param.apply(camelCase(parameter.name())));
    }

    /** The same task under the other owner that the params of a state name. */
    public Key namedUnderAnotherOwner(UnaryOperator<String> param) {
        Key key = named(param);
        return owner == null ? key : key.with(owner.name(), param.apply(otherOwner()));
    }

    /** How the contract and the params of states call the owner that a task has elsewhere. */
    String otherOwner() {
        return owner == null ? "" : camelCase("other-" + owner.name());
    }

    /** Of few values, the same one is drawn now and then. */
    private String another(Parameter parameter, Key key, RandomGenerator random) {
        String drawn = fresh(parameter, random);
        for (int again = 0; again < MOST_DRAWN && drawn.equals(key.value(parameter.name())); again++) {
            drawn = fresh(parameter, random);
        }
        return drawn;
    }

    private String fresh(Parameter parameter, RandomGenerator random) {
        return Objects.requireNonNull(parameters.get(parameter)).drawn(random);
    }

    private Key made(Function<Parameter, String> value) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.keySet().forEach(parameter -> values.put(parameter.name(), value.apply(parameter)));
        return new Key(values);
    }

    private static String camelCase(String words) {
        return Pattern.compile("[^A-Za-z0-9]+(\\w)").matcher(words).replaceAll(word -> word.group(1)
                .toUpperCase(Locale.ROOT));
    }
}
