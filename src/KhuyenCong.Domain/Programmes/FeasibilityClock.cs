namespace KhuyenCong.Domain.Programmes;

/// <summary>Đồng hồ khả thi: pace needed against pace so far, and what can no longer be met.</summary>
/// <remarks>
/// A pace is no plan: the decision gives one number for the whole period and nobody may split it evenly over the years (pitfall P28).
/// A target is called slow only when it is at least one whole unit behind an even pace.
/// </remarks>
public static class FeasibilityClock
{
    private const int DaysOfYear = 365;

    /// <param name="text">The text in force: period and money.</param>
    /// <param name="target">One target and what was achieved.</param>
    /// <param name="money">Money left, where it is known.</param>
    /// <param name="asOf">The day, itself already elapsed.</param>
    /// <param name="minimumDaysBetween">Least days between two rounds, where a dated rule gives one.</param>
    public static TargetReading Read(ProgrammeText text, TargetProgress target, MoneyClock money, DateOnly asOf, int? minimumDaysBetween = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(money);

        var (start, end) = (new DateOnly(text.FromYear, 1, 1), new DateOnly(text.ToYear, 12, 31));
        var total = end.DayNumber - start.DayNumber + 1;
        var elapsed = Math.Clamp(asOf.DayNumber - start.DayNumber + 1, 0, total);
        var steps = new List<ClockStep>
        {
            new("Thời gian", $"Giai đoạn {Day(start)} – {Day(end)} có {((long)total).Grouped()} ngày; đến {Day(asOf)} đã qua {((long)elapsed).Grouped()} ngày, còn {((long)(total - elapsed)).Grouped()} ngày."),
        };
        var needed = Needed(text, target, steps);
        var reading = new TargetReading(target.Code, TargetStatus.NotEnoughData, needed, target.Achieved, steps) { ElapsedDays = elapsed, RemainingDays = total - elapsed };
        if (needed is not { } need)
        {
            return reading;
        }

        steps.Add(new("Đã đạt", $"{target.Achieved.Grouped()} / {need.Grouped()} {target.Unit}; còn {Math.Max(0, need - target.Achieved).Grouped()}."));
        return target.Achieved >= need ? reading with { Status = TargetStatus.Met } : Short(reading, target, money, need, asOf, end, minimumDaysBetween, steps);
    }

    private static TargetReading Short(TargetReading reading, TargetProgress target, MoneyClock money, long need, DateOnly asOf, DateOnly end, int? interval, List<ClockStep> steps)
    {
        var (elapsed, left, missing) = (reading.ElapsedDays, reading.RemainingDays, need - target.Achieved);
        reading = Money(reading, target, money, missing, steps);
        if (elapsed > 0)
        {
            reading = reading with { PaceSoFar = (decimal)target.Achieved * DaysOfYear / elapsed };
            steps.Add(new("Nhịp độ đến nay", $"{target.Achieved.Grouped()} × {DaysOfYear} : {((long)elapsed).Grouped()} = {reading.PaceSoFar.Value.Decimals()} {target.Unit}/năm."));
        }

        if (left > 0)
        {
            reading = reading with { PaceNeeded = (decimal)missing * DaysOfYear / left };
            steps.Add(new("Nhịp độ cần có", $"{missing.Grouped()} × {DaysOfYear} : {((long)left).Grouped()} = {reading.PaceNeeded.Value.Decimals()} {target.Unit}/năm. Đây là nhịp độ để so sánh, không phải kế hoạch từng năm."));
        }

        return reading with { Status = Status(reading, target, need, asOf, end, interval, steps) };
    }

    private static TargetStatus Status(TargetReading reading, TargetProgress target, long need, DateOnly asOf, DateOnly end, int? interval, List<ClockStep> steps)
    {
        var (elapsed, left, missing) = (reading.ElapsedDays, reading.RemainingDays, need - target.Achieved);
        if (target.Condition is { } condition)
        {
            steps.Add(new("Điều kiện", $"Văn bản ghi “{condition}”: chưa thực hiện không coi là không hoàn thành."));
            return TargetStatus.Conditional;
        }

        if (asOf > end)
        {
            steps.Add(new("Kết luận", $"Giai đoạn đã kết thúc ngày {Day(end)}, còn thiếu {missing.Grouped()} {target.Unit}."));
            return TargetStatus.Impossible;
        }

        if (interval is { } days && LastPossible(target, missing, asOf, days) is var last && last > end.DayNumber)
        {
            steps.Add(new("Khoảng cách tối thiểu", $"Hai lần cách nhau ít nhất {((long)days).Grouped()} ngày; còn {missing.Grouped()} lần nên lần cuối sớm nhất sau ngày {Day(end)} là {((long)(last - end.DayNumber)).Grouped()} ngày: không kịp."));
            return TargetStatus.Impossible;
        }

        if (elapsed == 0)
        {
            steps.Add(new("Kết luận", "Giai đoạn chưa bắt đầu."));
            return TargetStatus.NotDue;
        }

        var total = elapsed + left;
        var even = (long)((decimal)need * elapsed / total);
        steps.Add(new("So với nhịp đều", $"{need.Grouped()} × {((long)elapsed).Grouped()} : {((long)total).Grouped()}, lấy phần nguyên = {even.Grouped()} {target.Unit}; đã đạt {target.Achieved.Grouped()}."));
        if (target.Achieved >= even && target.Achieved == 0)
        {
            steps.Add(new("Kết luận", $"Theo nhịp đều, đến hôm nay chưa phải có {target.Unit} nào."));
            return TargetStatus.NotDue;
        }

        return target.Achieved < even ? TargetStatus.Behind : TargetStatus.OnPace;
    }

    /// <summary>The earliest day of the last missing round: the next may be today unless the last was too near.</summary>
    private static long LastPossible(TargetProgress target, long missing, DateOnly asOf, int days) =>
        Math.Max(asOf.DayNumber, target.LastOn is { } last ? last.DayNumber + days : 0) + checked((missing - 1) * days);

    private static TargetReading Money(TargetReading reading, TargetProgress target, MoneyClock money, long missing, List<ClockStep> steps)
    {
        if (target.Achieved == 0 || target.Spent <= Dong.Zero)
        {
            return reading;
        }

        // Rounded down, so that the warning is never caused by rounding.
        var average = new Dong(target.Spent.Amount / target.Achieved);
        reading = reading with { AveragePerUnit = average };
        if (money.RemainingOf(target.Sources) is not { } remaining)
        {
            steps.Add(new("Kinh phí", $"Bình quân {average} mỗi {target.Unit}; chưa có số liệu kinh phí còn lại của các nguồn nên không so sánh."));
            return reading;
        }

        var wanted = (decimal)average.Amount * missing;
        var isShort = wanted > remaining.Amount;
        steps.Add(new(
            isShort ? "Khó đạt: thiếu kinh phí" : "Kinh phí",
            $"{target.Spent.Grouped} : {target.Achieved.Grouped()} = {average} mỗi {target.Unit}; × {missing.Grouped()} = {wanted.Decimals(0)} đ {(isShort ? "lớn hơn" : "không quá")} phần còn lại {remaining} của các nguồn (dùng chung cho nhiều chỉ tiêu)."));
        return reading with { MoneyRemaining = remaining, MoneyShort = isShort };
    }

    private static long? Needed(ProgrammeText text, TargetProgress target, List<ClockStep> steps)
    {
        if (target.Quantity is not { } quantity)
        {
            steps.Add(new("Cần đạt", "Văn bản không ghi số lượng: chưa có số liệu."));
            return null;
        }

        var one = target.Operator is TargetOperator.MoreThan ? checked(quantity + 1) : quantity;
        var phrase = TargetWords.Phrase(target.Operator, target.Quantity, target.Unit, target.Per);
        var (times, of) = target.Per switch
        {
            TargetPer.Round => (target.Rounds, "đợt"),
            TargetPer.Year => (text.ToYear - text.FromYear + 1, "năm"),
            _ => (1L, ""),
        };
        if (times is not { } count)
        {
            steps.Add(new("Cần đạt", $"Văn bản ghi “{phrase}” mà chưa gắn chỉ tiêu đếm số đợt: không tính tổng."));
            return null;
        }

        var needed = checked(one * count);
        steps.Add(new("Cần đạt", $"“{phrase}” là ít nhất {one.Grouped()}" + (of.Length == 0 ? "." : $" mỗi {of}; × {count.Grouped()} {of} = {needed.Grouped()}.")));
        return needed;
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
