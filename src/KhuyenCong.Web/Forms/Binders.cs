using System.Globalization;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace KhuyenCong.Web.Forms;

/// <summary>Reads đồng ("300 triệu", "400.000.000") and Vietnamese dates (31/12/2026) from forms and query strings; what cannot be read stays in the field.</summary>
public sealed class VietnameseBinders : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType;
        return type == typeof(Dong) ? new Binder(text => AmountText.Parse(text) is var (amount, fault) && fault is null ? (amount, null) : (null, fault))
            : type == typeof(DateOnly) ? new Binder(text => Dates.Parse(text) is { } day ? (day, null) : (null, "date.unreadable"))
            : null;
    }

    private sealed class Binder(Func<string, (object? Value, string? Fault)> parse) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (given == ValueProviderResult.None)
            {
                return Task.CompletedTask;
            }

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
            if (string.IsNullOrWhiteSpace(given.FirstValue))
            {
                if (Nullable.GetUnderlyingType(bindingContext.ModelType) is not null)
                {
                    bindingContext.Result = ModelBindingResult.Success(null);
                }

                return Task.CompletedTask;
            }

            var (value, fault) = parse(Characters.Sound(given.FirstValue));
            if (fault is not null)
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Messages.For(fault));
            }
            else
            {
                bindingContext.Result = ModelBindingResult.Success(value);
            }

            return Task.CompletedTask;
        }
    }
}

/// <summary>dd/MM/yyyy, as people write it.</summary>
public static class Dates
{
    private static readonly string[] Shapes = ["d/M/yyyy", "dd/MM/yyyy", "d-M-yyyy", "yyyy-MM-dd"];

    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Text(this DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant as Vietnamese local time.</summary>
    public static string LocalText(this DateTime utc) => utc.ToVietnam().ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same to the second: what is printed to be read back.</summary>
    public static string MomentText(this DateTime utc) => utc.ToVietnam().ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What <see cref="MomentText"/> printed, as somebody typed it.</summary>
    public static DateTime? ParseMoment(string? text) =>
        DateTime.TryParseExact(text?.Trim(), "d/M/yyyy H:m:s", CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var local) && local.Year > 1900 ? local.FromVietnam() : null;

    /// <summary>After the time of receipt, when a photograph was taken as its device told it; nothing where it told none.</summary>
    public static string TakenText(this DateTime? takenAt) => takenAt is { } at ? $", chụp lúc {at.LocalText()} theo thiết bị" : "";
}
