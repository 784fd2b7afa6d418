using System.Globalization;

namespace KhuyenCong.Domain.Kernel;

/// <summary>Số tiền: a whole number of Vietnamese đồng.</summary>
/// <remarks>Checked arithmetic over <see cref="long"/>; never a fraction. Support computed from a share is rounded down.</remarks>
public readonly record struct Dong(long Amount) : IComparable<Dong>
{
    private static readonly NumberFormatInfo Grouping = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public static readonly Dong Zero;

    public static Dong Millions(long millions) => new(checked(millions * 1_000_000));

    public bool IsWholeMillions => Amount % 1_000_000 == 0;

    public static Dong operator +(Dong left, Dong right) => new(checked(left.Amount + right.Amount));

    public static Dong operator -(Dong left, Dong right) => new(checked(left.Amount - right.Amount));

    public static Dong operator -(Dong value) => new(checked(-value.Amount));

    public static bool operator <(Dong left, Dong right) => left.Amount < right.Amount;

    public static bool operator >(Dong left, Dong right) => left.Amount > right.Amount;

    public static bool operator <=(Dong left, Dong right) => left.Amount <= right.Amount;

    public static bool operator >=(Dong left, Dong right) => left.Amount >= right.Amount;

    public static Dong Add(Dong left, Dong right) => left + right;

    public static Dong Subtract(Dong left, Dong right) => left - right;

    public static Dong Negate(Dong value) => -value;

    /// <summary>A share in basis points (1,5 % = 150), rounded down to the đồng.</summary>
    public Dong Share(int basisPoints) => new(checked((long)Math.Floor((decimal)Amount * basisPoints / 10_000)));

    public Dong AtMost(Dong ceiling) => this < ceiling ? this : ceiling;

    public int CompareTo(Dong other) => Amount.CompareTo(other.Amount);

    /// <summary>"36.383.000.000 đ".</summary>
    public override string ToString() => Grouped + " đ";

    /// <summary>"36.383.000.000", without the unit.</summary>
    public string Grouped => Amount.ToString("#,##0", Grouping);

    /// <summary>"36.383" for 36.383.000.000: only where <see cref="IsWholeMillions"/>.</summary>
    public string GroupedMillions => (Amount / 1_000_000).ToString("#,##0", Grouping);
}

/// <summary>Sums that keep "blank is not zero".</summary>
public static class DongSums
{
    public static Dong Sum(this IEnumerable<Dong> amounts) => amounts.Aggregate(Dong.Zero, (sum, next) => sum + next);

    /// <summary>The sum of what is known, or null where nothing is.</summary>
    public static Dong? SumKnown(this IEnumerable<Dong?> amounts) =>
        amounts.Aggregate((Dong?)null, (sum, next) => next is { } known ? (sum ?? Dong.Zero) + known : sum);
}
